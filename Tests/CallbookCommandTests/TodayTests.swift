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

  @Test func `a policy that was tried is previewed by another command`() throws {
    let daemon = try TestDaemon()
    let typed = daemon.typed("policy", "set", "review.cycle.merchant", "P1M", "--dry-run")
    #expect(
      typed.errors.contains("callbook policy preview review.cycle.merchant P1M"), "\(typed.errors)")
  }
}
