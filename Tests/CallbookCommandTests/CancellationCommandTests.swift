import Testing

@testable import callbook

/// Cancelling as somebody at the counter types and reads it.
@Suite(.needsDaemon) struct CancellationCommandTests {
  /// - Returns: what was said when an appointment at that time was cancelled.
  private func cancel(at start: String, in language: Language = .english) throws -> Typed {
    let daemon = try TestDaemon()
    for words in [
      ["contact", "add", "王小明"],
      ["appointment", "book", "c1", "--kind", "visit", "--start", start, "--override", "测试"],
    ] {
      let typed = Typed(words, socket: daemon.socket)
      #expect(typed.status == .done, "\(typed.errors)")
    }
    return Typed(
      ["appointment", "cancel", "a1", "--reason", "customer_request"], socket: daemon.socket,
      in: language)
  }

  @Test func `what a manager has to decide about is not taken for done`() throws {
    let late = try cancel(at: "+2h")
    #expect(late.status == .done)
    #expect(late.errors == "callbook: a1 is not cancelled yet: a manager decides about x1\n")
    #expect(try cancel(at: "+2h", in: .chinese).errors == "callbook: a1 尚未取消：x1 等待主管审批\n")
  }

  @Test func `what is done at once says nothing more`() throws {
    let inTime = try cancel(at: "+9d")
    #expect(inTime.output.contains("cancelled") && inTime.errors == "")
  }
}
