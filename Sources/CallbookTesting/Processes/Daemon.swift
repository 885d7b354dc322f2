import Glibc
import Synchronization
import Testing

/// A callbookd of the test's own, as SwiftPM built it beside the tests.
package final class Daemon: Sendable {
  package let area: StateArea
  package let program: Program
  private let readiness: CInt
  private let ended = Atomic<CInt>(-1)

  /// - Parameters:
  ///   - wrapper: what runs it, such as strace.
  ///   - descriptors: those of this process that it gets, and their numbers there.
  package init(
    in area: StateArea, wrapper: [String] = [], stateDirectory: String? = nil,
    handing descriptors: [(own: CInt, its: CInt)] = []
  ) throws {
    self.area = area
    let notify = area.file("notify")
    unlink(notify)
    let readiness = socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
    self.readiness = readiness
    try #require(withUnixAddress(notify) { bind(readiness, $0, $1) } == 0)
    chmod(notify, 0o777)
    program = try Program(
      wrapper + [
        try Self.path(), "--state-directory", stateDirectory ?? area.path, "--socket", area.socket,
      ],
      environment: ["NOTIFY_SOCKET=\(notify)"], output: area.file("output"), handing: descriptors)
  }

  deinit {
    close(readiness)
  }

  package static func path() throws -> String { try Program.path(of: "callbookd") }

  /// Waits until it says that it is ready.
  ///
  /// - Returns: false when it ended instead; ``Program/wait()`` was then done.
  package func isReady() throws -> Bool {
    for _ in 0..<600 {
      var waiting = pollfd(fd: readiness, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, 50) == 1 {
        var buffer = [UInt8](repeating: 0, count: 512)
        let count = recv(readiness, &buffer, buffer.count, 0)
        let said = String(decoding: buffer[..<max(count, 0)], as: UTF8.self)
        if said.contains("READY=1") { return true }
      }
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
