import Testing

@testable import callbook

/// Callbacks and their forms as somebody at the counter types them.
@Suite(.needsDaemon) struct CallbackCommandTests {
  private func shop() throws -> TestDaemon {
    let daemon = try TestDaemon()
    let contact = ["contact", "add", "王小明", "--phone", "199 0000 0001"]
    #expect(Typed(contact, socket: daemon.socket).status == .done)
    let plan = ["callback", "plan", "c1", "--terminal", "SN-1", "--reason", "首次出账"]
    #expect(Typed(plan, socket: daemon.socket).status == .done)
    return daemon
  }

  @Test func `a terminal asks for what is missing, field by field`() throws {
    let daemon = try shop()
    let typed = Typed(
      ["callback", "done", "k1", "--problem", "打印不清"], socket: daemon.socket,
      answers: ["", "T-1", "换纸", "sometimes", "normal", "9", "5", ""])
    #expect(typed.status == .done, "\(typed.errors)")
    #expect(typed.errors.hasPrefix("k1  c1  王小明  199 0000 0001  SN-1  首次出账\ntransaction: "))
    #expect(!typed.errors.contains("problem: "), "what was given is not asked")
    #expect(typed.errors.contains("running state (normal, intermittent, down, unused): "))
    #expect(typed.errors.contains("satisfaction (1–5, may be left empty): "))
    let form = daemon.typed("form", "get", "f1", "--json").output
    for part in [#""transaction": "T-1""#, #""problem": "打印不清""#, #""satisfaction": 5"#] {
      #expect(form.contains(part), "\(form)")
    }
  }

  @Test func `what is refused is asked again, and nothing else`() throws {
    let daemon = try shop()
    _ = Typed(["callback", "plan", "c1", "--terminal", "SN-2"], socket: daemon.socket)
    let first = ["T-1", "无", "无", "normal", "5", ""]
    #expect(
      Typed(["callback", "done", "k1"], socket: daemon.socket, answers: first).status == .done)
    let typed = Typed(
      ["callback", "done", "k2"], socket: daemon.socket, answers: first + ["T-2"])
    #expect(typed.status == .done, "\(typed.errors)")
    #expect(typed.errors.contains("this transaction number is on form f1 already"))
    #expect(daemon.typed("form", "get", "f2", "--json").output.contains("T-2"))
    let quality = daemon.typed("form", "quality", "--jsonl").output
    #expect(quality.contains(#""duplicates_refused":1"#), "\(quality)")
  }

  @Test func `in Chinese a word may be answered by its meaning`() throws {
    let daemon = try shop()
    let typed = Typed(
      ["callback", "done", "k1"], socket: daemon.socket, in: .chinese,
      answers: ["T-1", "无", "无", "时好时坏", "４", ""])
    #expect(typed.status == .done, "\(typed.errors)")
    #expect(typed.errors.contains("交易单号："))
    #expect(daemon.typed("form", "get", "f1", "--json").output.contains("intermittent"))
  }

  @Test func `without a terminal everything that is missing is named at once`() throws {
    let daemon = try shop()
    let typed = daemon.typed("callback", "done", "k1")
    #expect(typed.status == .badData && typed.output.isEmpty)
    for name in ["transaction", "problem", "solution", "running-state", "satisfaction"] {
      #expect(typed.errors.contains("  --\(name) is required\n"), "\(typed.errors)")
    }
  }

  @Test func `whoever breaks off has entered nothing`() throws {
    let daemon = try shop()
    let typed = Typed(
      ["callback", "done", "k1"], socket: daemon.socket, answers: ["T-1", "无"])
    #expect(typed.status == .usage && typed.errors.hasSuffix(Texts(.english).brokenOff + "\n"))
    #expect(daemon.typed("form", "list").status == .no)
  }

  @Test func `lists and cards show whom to call when`() throws {
    let daemon = try shop()
    let list = daemon.typed("callback", "list").output
    for part in ["k1", "王小明", "199 0000 0001", "SN-1", "首次出账"] {
      #expect(list.contains(part), "\(list)")
    }
    let tried = daemon.typed("callback", "attempt", "k1", "--outcome", "busy")
    #expect(tried.status == .done && tried.output.contains("busy"), "\(tried.errors)")
    let card = daemon.typed("card", "c1").output
    #expect(card.contains("\ncallbacks to make\n  k1"), "\(card)")
    let withdrawn = daemon.typed("callback", "withdraw", "k1", "--reason", "门店已停业")
    #expect(withdrawn.output.contains("withdrawn"), "\(withdrawn.errors)")
    let refused = daemon.typed("callback", "attempt", "k1", "--outcome", "busy")
    #expect(refused.status == .conflict)
    #expect(refused.errors.contains("a withdrawn callback cannot be attempted"))
  }
}
