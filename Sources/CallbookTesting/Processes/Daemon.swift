import Glibc
import Synchronization
import Testing

/// A callbookd of the test's own, as SwiftPM built it beside the tests.
package final class Daemon: Sendable {
  package let area: TestDirectory
  package let program: Program
  private let manager: CInt
  private let heard = Mutex<[String]>([])
  private let ended = Atomic<CInt>(-1)

  /// - Parameters:
  ///   - wrapper: what runs it, such as strace.
  ///   - configuration: its main file; none of this machine's is ever read.
  ///   - descriptors: those of this process that it gets, and their numbers there.
  package init(
    in area: TestDirectory, wrapper: [String] = [], stateDirectory: String? = nil,
    configuration: String = "/dev/null", environment: [String] = [],
    handing descriptors: [(own: CInt, its: CInt)] = []
  ) throws {
    self.area = area
    let notify = area.file("notify")
    unlink(notify)
    let manager = socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
    self.manager = manager
    try #require(withUnixAddress(notify) { bind(manager, $0, $1) } == 0)
    chmod(notify, 0o777)
    program = try Program(
      wrapper + [
        try Self.path(), "--state-directory", stateDirectory ?? area.path, "--socket", area.socket,
        "--config", configuration,
      ],
      environment: ["NOTIFY_SOCKET=\(notify)"] + environment, output: area.file("output"),
      handing: descriptors)
  }

  deinit {
    program.send(SIGKILL)
    program.wait()
    while notification(withinMilliseconds: 0) != nil {}
    for said in notifications { Silence.check(said, of: "the status") }
    Silence.check(output, of: "stderr")
    close(manager)
  }

  package static func path() throws -> String { try Program.path(of: "callbookd") }

  /// Waits until it says that it is ready.
  ///
  /// - Returns: false when it ended instead; ``Program/wait()`` was then done.
  package func isReady() throws -> Bool {
    for _ in 0..<600 {
      if let said = notification(withinMilliseconds: 50), said.contains("READY=1") { return true }
      if let status = program.codeIfEnded() {
        ended.store(status, ordering: .relaxed)
        return false
      }
    }
    program.send(SIGKILL)
    program.wait()
    throw Stuck()
  }

  struct Stuck: Error {}

  /// Everything that it has told its service manager, as far as it was read.
  package var notifications: [String] { heard.withLock { $0 } }

  /// The next thing that it tells its service manager; nil when it tells nothing in time.
  package func notification(withinMilliseconds limit: CInt = 20_000) -> String? {
    var waiting = pollfd(fd: manager, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, limit) == 1 else { return nil }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = recv(manager, &buffer, buffer.count, 0)
    let said = String(decoding: buffer[..<max(count, 0)], as: UTF8.self)
    heard.withLock { $0.append(said) }
    return said
  }

  /// Its exit status, when ``isReady()`` was false.
  package var status: CInt { ended.load(ordering: .relaxed) }

  /// Ends it as the service manager would.
  @discardableResult
  package func stop() -> CInt {
    program.send(SIGTERM)
    return program.wait()
  }

  package func kill() {
    program.send(SIGKILL)
    program.wait()
  }

  package var output: String { text(of: area.file("output")) }
}
