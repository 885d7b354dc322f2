import CallbookTesting
import Glibc
import Testing

@testable import callbook

@Suite struct CompletionTests {
  @Test(arguments: Shell.allCases)
  func `the completions of a shell are the golden ones`(shell: Shell) throws {
    let typed = Typed(["completions", shell.rawValue])
    #expect(typed.status == .done)
    try Golden.check(String(typed.output.dropLast()), "completions-\(shell.rawValue).txt")
  }

  @Test func `a shell that nobody wrote for is refused`() {
    #expect(Typed(["completions", "tcsh"]).status == .usage)
  }

  @Test(arguments: [
    (["con"], "contact"),
    (["contact", "ad"], "add"),
    (["contact", "add", "--cat"], "--category"),
    (["contact", "add", "王小明", "--clear-no"], ""),
    (["contact", "edit", "c1", "--clear-no"], "--clear-notes"),
    (["contact", "add", "--kind", ""], "person organisation"),
    (["contact", "add", "--kind", "=", "p"], "person"),
    (["contact", "add", "--kind", "="], "person organisation"),
    (["contact", "import", "--reject", ""], ""),
    (["--socket", "/run/s", "staff", "clo"], "close"),
    (["emergency", "s"], "set"),
    (["emergency", "--js"], "--json --jsonl"),
    (["completions", ""], "bash zsh fish --socket --json --jsonl --no-color --help"),
    (["help", "sta"], "staff"),
  ])
  func `bash completes what is typed`(words: [String], wanted: String) throws {
    #expect(try bash(words) == wanted)
  }

  /// What bash would offer for the last of the words.
  private func bash(_ words: [String]) throws -> String? {
    let script = Typed(["completions", "bash"]).output
    let child = try Child(
      "/bin/bash", ["--norc", "-uc", Self.program, "bash", script] + words,
      reading: STDOUT_FILENO)
    let line = child.line()
    #expect(child.wait() == 0)
    return line
  }

  private static let program = """
    source /dev/stdin <<< "$1"; shift
    [[ $(complete -p callbook) == *"-F _callbook callbook" ]] || exit 1
    COMP_WORDS=(callbook "$@"); COMP_CWORD=$#
    _callbook
    echo "${COMPREPLY[*]}"
    """

  @Test(arguments: [("bash", Shell.bash), ("zsh", .zsh), ("fish", .fish)])
  func `a shell that is installed reads its completions`(program: String, shell: Shell) throws {
    let path = "/usr/bin/\(program)"
    guard access(path, X_OK) == 0 else { return }
    let directory = try TestDirectory()
    let script = directory.file("callbook")
    try write(Array(Typed(["completions", shell.rawValue]).output.utf8), to: script)
    #expect(try Child(path, ["-n", script], reading: STDOUT_FILENO).wait() == 0)
  }
}
