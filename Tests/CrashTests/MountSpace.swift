import CallbookTesting
import Glibc
import Testing

/// A mount namespace of the test's own: what is mounted in it goes with it.
final class MountSpace: Sendable {
  private let keeper: Program
  private let area: TestDirectory

  init(in area: TestDirectory) throws {
    self.area = area
    let ready = area.file("space")
    keeper = try Program(
      ["unshare", "-m", "bash", "-c", ": > \(ready); exec tail -f /dev/null"],
      output: area.file("keeper"))
    for _ in 0..<1000 where access(ready, F_OK) != 0 { _ = poll(nil, 0, 5) }
    try #require(access(ready, F_OK) == 0, "\(text(of: area.file("keeper")))")
  }

  /// What a program is started with to run in here.
  var wrapper: [String] { ["nsenter", "-t", "\(keeper.pid)", "-m"] }

  /// - Returns: whether the commands succeeded.
  func run(_ commands: String) throws -> Bool {
    try Program(
      wrapper + ["bash", "-e", "-c", commands], output: area.file("keeper")
    ).wait() == 0
  }

  var said: String { text(of: area.file("keeper")) }
}
