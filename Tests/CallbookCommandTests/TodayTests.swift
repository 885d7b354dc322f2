import Testing

@testable import callbook

/// The day against a real daemon.
@Suite(.needsDaemon) struct TodayTests {
  /// EXPECTATIONS 25.
  @Test func `in the first minute of a new shop it says what to type`() throws {
    let daemon = try TestDaemon()
    let today = daemon.typed("today")
    #expect(today.status == .no && today.errors.isEmpty, "\(today.errors)")
    #expect(today.output.contains("callbook staff add USER --role admin"), "\(today.output)")
    #expect(today.output.contains("callbook contact import FILE"))
    #expect(today.output.contains("nothing is due today"))
    #expect(daemon.typed("contact", "add", "王小明").status == .done)
    let next = daemon.typed("today", "--all").output
    #expect(next.contains("c1: check the details") && !next.contains("contact import"), "\(next)")
    #expect(daemon.typed("today", "--jsonl").status == .no)
    #expect(daemon.typed("today", "--json").output.contains(#""upcoming""#))
    #expect(daemon.typed("today", "--limit", "x").status == .usage)
  }

  @Test func `a dry run of a policy counts what it would move, and changes nothing`() throws {
    let daemon = try TestDaemon()
    for name in ["甲", "乙"] { #expect(daemon.typed("contact", "add", name).status == .done) }
    let preview = daemon.typed("policy", "preview", "review.cycle.merchant", "P1M")
    #expect(preview.output.contains("moved"), "\(preview.errors)")
    let tried = daemon.typed("policy", "set", "review.cycle.merchant", "P1M", "--dry-run")
    #expect(tried.status == .done && tried.output == preview.output, "\(tried.errors)")
    #expect(tried.errors == "callbook: dry run: nothing was changed\n")
    let json = daemon.typed("policy", "set", "review.cycle.merchant", "P1M", "--dry-run", "--jsonl")
    #expect(json.output.contains(#""before":"P3M","after":"P1M","moved":2"#), "\(json.output)")
    #expect(daemon.typed("policy", "get", "review.cycle.merchant").output.contains("P3M"))
    let wrong = daemon.typed("policy", "set", "review.cycle.merchant", "often", "--dry-run")
    #expect(wrong.status == .badData && wrong.output.isEmpty)
    #expect(daemon.typed("policy", "set", "review.cycle.merchant", "P1M").status == .done)
    let reset = daemon.typed("policy", "reset", "review.cycle.merchant", "--dry-run", "--jsonl")
    #expect(reset.output.contains(#""before":"P1M","after":"P3M","moved":2"#), "\(reset.output)")
    #expect(daemon.typed("policy", "get", "review.cycle.merchant").output.contains("P1M"))
  }
}
