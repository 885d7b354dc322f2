import CallbookModel
import Glibc
import Testing

@testable import callbook

@Suite struct ExitCodeTests {
  @Test(arguments: [
    (Reason.usage, ExitCode.usage), (.invalidParams, .badData), (.formatUnknown, .badData),
    (.notFound, .notFound), (.fileUnreadable, .notFound), (.noSocket, .unreachable),
    (.notRunning, .unreachable), (.connectionLost, .unreachable), (.internal, .failure),
    (.revisionConflict, .conflict), (.alreadyExists, .conflict), (.draining, .tryAgain),
    (.diskFull, .tryAgain), (.notStaff, .notPermitted), (.roleMissing, .notPermitted),
    (.socketForbidden, .notPermitted),
  ])
  func `a reason ends the command with its number`(reason: Reason, status: ExitCode) {
    #expect(ExitCode(CallbookError(reason, "")) == status)
  }

  @Test(.needsDaemon) func `the program itself ends with these numbers`() throws {
    let daemon = try TestDaemon()
    let expected: [([String], CInt)] = [
      (["rpc", "ping"], 0), (["find", "nobody"], 1), (["emergency"], 1), (["frobnicate"], 64),
      (["contact", "add", "x", "--phone", "no number"], 65), (["contact", "get", "c999"], 66),
      (["contact", "add", "王小明"], 0), (["contact", "edit", "c1", "--if-rev", "9"], 73),
      (["audit", "verify"], 0),
    ]
    for (words, status) in expected {
      #expect(try daemon.spawn(words).wait() == status, "\(words)")
    }
    daemon.kill()
    #expect(try daemon.spawn(["rpc", "ping"]).wait() == 69)
    #expect(
      try Child(
        TestDaemon.program("callbook"), ["--socket", "/nonexistent/s", "rpc", "ping"],
        reading: STDOUT_FILENO
      ).wait() == 69)
  }
}
