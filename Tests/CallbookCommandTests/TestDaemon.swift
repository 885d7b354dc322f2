import CallbookTesting
import Glibc
import Testing

@testable import callbook

/// A real daemon on a store of its own.
final class TestDaemon {
  struct NotReady: Error {}

  let area: TestDirectory
  var directory: String { area.path }
  var socket: String { area.socket }
  private var child: Child?

  init() throws {
    area = try TestDirectory()
    try start()
  }

  deinit {
    // Before its directory goes.
    kill()
  }

  /// Beside the bundle that the tests are in.
  static func program(_ name: String) -> String {
    var path = [CChar](repeating: 0, count: 4096)
    let count = max(0, readlink("/proc/self/exe", &path, path.count - 1))
    let own = String(decoding: path[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return own.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/\(name)"
  }

  static var isBuilt: Bool {
    access(program("callbookd"), X_OK) == 0 && access(program("callbook"), X_OK) == 0
  }

  func start() throws {
    let started = try Child(
      Self.program("callbookd"),
      [
        "--state-directory", directory + "/store", "--socket", socket, "--config", "/dev/null",
      ], reading: STDERR_FILENO)
    child = started
    while let line = started.line() {
      Silence.check(line, of: "stderr")
      if line.contains("is ready") { return }
    }
    throw NotReady()
  }

  /// At once, without a chance to tidy up.
  func kill() {
    child?.kill(SIGKILL)
    child?.wait()
    while let line = child?.line() { Silence.check(line, of: "stderr") }
    child = nil
  }

  func typed(_ words: String...) -> Typed { Typed(words, socket: socket) }

  /// Whatever today is: invents the holidays of the years that should be known by now.
  func knowHolidays() {
    let asked = typed("calendar", "get", "--jsonl").output
    let years = asked.firstMatch(of: /"missing":\[([0-9,]*)\]/)?.1.split(separator: ",") ?? []
    for year in years {
      let off = #"{"years":[{"year":\#(year),"off":["\#(year)-01-01"],"source":"invented"}]}"#
      #expect(typed("call", "calendar.import", off).status == .done)
    }
  }

  /// The command as a process of its own.
  func spawn(_ words: [String]) throws -> Child {
    try Child(Self.program("callbook"), ["--socket", socket] + words, reading: STDOUT_FILENO)
  }
}
