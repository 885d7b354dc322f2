import CallbookModel
import CallbookTesting
import Testing

@testable import callbook

/// Times as people type them, in any derived command. In the shop it is Sunday, 3 May 2026, 11:00.
struct TypedTimeCommandTests {
  private func typed(
    _ served: ServedShop, _ words: String..., language: Language = .english,
    isTerminal: Bool = true
  ) -> Typed {
    Typed(
      words, socket: served.socket, in: language, clock: served.shop.clock,
      areErrorsOnTerminal: isTerminal)
  }

  private func withShop(_ body: (ServedShop) throws -> Void) async throws {
    try await ServedShop.run { served in
      #expect(typed(served, "contact", "add", "王小明", "--phone", "199 0000 0001").status == .done)
      try body(served)
    }
  }

  @Test(arguments: [
    ("fri 14:00", "2026-05-08T06:00:00.000Z", "due: Fri 8 May 2026 14:00 +08:00\n"),
    ("+4d 9:30", "2026-05-07T01:30:00.000Z", "due: Thu 7 May 2026 09:30 +08:00\n"),
    ("下周五下午2点半", "2026-05-08T06:30:00.000Z", "due: Fri 8 May 2026 14:30 +08:00\n"),
    ("2026-05-08T14:00:00+08:00", "2026-05-08T06:00:00.000Z", ""),
  ])
  func `a time is meant in the shop's zone, and said back on a terminal`(
    _ text: String, _ due: String, _ said: String
  ) async throws {
    try await withShop { served in
      let planned = typed(served, "callback", "plan", "c1", "--due", text, "--json")
      #expect(planned.status == .done && planned.errors == said, "\(planned.errors)")
      #expect(planned.output.contains(#""due_at": "\#(due)""#), "\(planned.output)")
    }
  }

  @Test func `in Chinese it is said in Chinese, and nothing where no terminal is`() async throws {
    try await withShop { served in
      let chinese = typed(
        served, "callback", "plan", "c1", "--due", "周五 14:00", language: .chinese)
      #expect(chinese.errors == "due：2026年5月8日 周五 14:00 +08:00\n")
      let silent = typed(
        served, "callback", "snooze", "k1", "--until", "+1w", isTerminal: false)
      #expect(silent.status == .done && silent.errors.isEmpty, "\(silent.errors)")
    }
  }

  @Test func `a day is one of the shop's`() async throws {
    try await withShop { served in
      let edited = typed(served, "point", "edit", "m1", "--verified-on", "yesterday")
      #expect(edited.errors == "verified-on: Sat 2 May 2026\n")
      let contact = typed(served, "contact", "get", "c1", "--json").output
      #expect(contact.contains(#""verified_on": "2026-05-02""#), "\(contact)")
      let refused = typed(served, "point", "edit", "m1", "--verified-on", "yesterday 9:30")
      #expect(refused.status == .usage)
      #expect(
        refused.errors.hasPrefix("callbook: --verified-on is a day, without a time; type one"))
    }
  }

  @Test func `what cannot be read is refused with what can be typed`() async throws {
    try await withShop { served in
      let refused = typed(served, "callback", "plan", "c1", "--due", "sometime soon")
      #expect(refused.status == .usage && refused.output.isEmpty)
      #expect(refused.errors.contains("tomorrow 9:30, fri 14:00, next monday 10:00, +3d"))
      #expect(refused.errors.contains("try: callbook help times"))
      let chinese = typed(
        served, "callback", "plan", "c1", "--due", "改天", language: .chinese)
      #expect(chinese.errors.contains("--due 的时间无法识别；可以输入：明天9:30、周五14:00"))
      #expect(typed(served, "callback", "list").status == .no, "nothing was planned")
    }
  }

  /// EXPECTATIONS 6.
  @Test func `a time that the shop's clocks show twice is refused with both`() async throws {
    try await withShop { served in
      #expect(typed(served, "shop", "edit", "--time-zone", "Europe/Berlin").status == .done)
      served.shop.clock.set(try #require(Instant("2026-10-24T12:00:00+02:00")))
      let refused = typed(served, "callback", "plan", "c1", "--due", "tomorrow 2:30")
      #expect(refused.status == .usage)
      #expect(
        refused.errors.contains(
          "type 2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00"), "\(refused.errors)")
      let again = typed(
        served, "callback", "plan", "c1", "--due", "2026-10-25T02:30:00+01:00", "--json")
      #expect(again.status == .done, "\(again.errors)")
    }
  }

  @Test func `a machine that does not know the zone says what to type`() async throws {
    try await withShop { served in
      var surroundings = Surroundings(
        environment: { $0 == "CALLBOOK_SOCKET" ? served.socket : nil }, output: Lines(),
        errors: Lines(), terminalColumns: nil, areErrorsOnTerminal: true, texts: Texts(.english))
      surroundings.zoneRules = { _ in nil }
      let status = Program(surroundings).run(["callback", "plan", "c1", "--due", "+1h"])
      #expect(status == .usage)
      let said = (surroundings.errors as? Lines)?.text
      #expect(said?.contains("does not know the shop's time zone Asia/Shanghai") == true)
    }
  }
}
