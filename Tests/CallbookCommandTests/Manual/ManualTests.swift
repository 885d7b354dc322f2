import Glibc
import Testing

@testable import callbook

@Suite struct ManualTests {
  private static let directory = Golden.root + "/docs/man"

  @Test func `callbook.1 says what the commands say`() throws {
    try Golden.check(CommandPage.text, at: Self.directory + "/callbook.1")
  }

  @Test(.needsDaemon) func `callbookd.8 says what the daemon says of its options`() throws {
    let child = try Child(
      TestDaemon.program("callbookd"), ["--experimental-dump-help"], reading: STDOUT_FILENO)
    var description = ""
    while let line = child.line() { description += line + "\n" }
    try Golden.check(try DaemonPage.text(description), at: Self.directory + "/callbookd.8")
  }

  @Test(arguments: ["callbook.1", "callbookd.8"], ["/usr/bin/groff", "/usr/bin/man"])
  func `a formatter that is installed has no complaint`(page: String, program: String) throws {
    guard access(program, X_OK) == 0 else { return }
    let words = ["-ww", "-man", "-Kutf8", "-Tutf8", "-z"]
    let path = "\(Self.directory)/\(page)"
    let child =
      program.hasSuffix("groff")
      ? try Child(program, words + [path], reading: STDERR_FILENO)
      : try Child(program, ["--warnings=all", "-E", "UTF-8", "-l", path], reading: STDERR_FILENO)
    #expect(child.line() == nil)
    #expect(child.wait() == 0)
  }

  @Test func `every command stands in the manual`() {
    let page = CommandPage.text
    for command in CommandList.all {
      let title = command.words.joined(separator: " ").replacing("-", with: "\\-")
      #expect(page.contains(".SS \"\(title)"), "\(command.words)")
    }
  }
}
