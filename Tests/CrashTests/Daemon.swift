import Glibc
import Synchronization
import Testing

/// A callbookd of the test's own, as SwiftPM built it beside the tests.
final class Daemon: Sendable {
  let area: StateArea
  let program: Program
  private let readiness: CInt
  private let ended = Atomic<CInt>(-1)

  /// - Parameter wrapper: what runs it, such as strace.
  init(in area: StateArea, wrapper: [String] = [], stateDirectory: String? = nil) throws {
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
      environment: ["NOTIFY_SOCKET=\(notify)"], output: area.file("output"))
  }

  deinit {
    close(readiness)
  }

  static func path() throws -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    try #require(count > 0)
    let own = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let path = "/" + own.split(separator: "/").dropLast().joined(separator: "/") + "/callbookd"
    try #require(access(path, X_OK) == 0, "there is no \(path)")
    return path
  }

  /// Waits until it says that it is ready.
  ///
  /// - Returns: false when it ended instead; ``Program/wait()`` was then done.
  func isReady() throws -> Bool {
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
  var status: CInt { ended.load(ordering: .relaxed) }

  /// Ends it as the service manager would.
  @discardableResult
  func stop() -> CInt {
    program.send(SIGTERM)
    return program.wait()
  }

  func kill() {
    program.send(SIGKILL)
    program.wait()
  }

  var output: String { text(of: area.file("output")) }
}
