import CallbookModel
import Testing

@testable import CallbookFormats

@Suite struct CalendarFileTests {
  private static let json = """
    {"region":"CN","source":"a notice","note":"of two years","years":{
      "2031":{"off":["2031-01-01","2031-10-01/2031-10-07"],"on":["2031-09-27"]},
      "2032":{"off":["2032-01-01"],"on":[],"source":"another"}}}
    """

  private func read(_ text: String) throws -> CalendarFile {
    try CalendarFile(ByteSource(bytes: Array(text.utf8)))
  }

  private func days(_ texts: String...) -> Set<CalendarDate> {
    Set(texts.compactMap { DateSpan($0) }.flatMap(\.days))
  }

  private func names(_ named: (String, String)...) -> [CalendarDate: String] {
    Dictionary(
      named.flatMap { text, name in (DateSpan(text)?.days ?? []).map { ($0, name) } }
    ) { $1 }
  }

  @Test(
    arguments: [
      ("春节（休）", "春节"), ("国庆节 班", "国庆节"), ("【休】清明节", "清明节"), ("中秋节 放假", "中秋节"),
      ("元旦假期", "元旦"), ("调休上班", nil), ("休", nil),
      ("劳动节休假", "劳动节"),
    ] as [(String, String?)])
  func `an event is called without what marks it`(_ summary: String, _ name: String?) throws {
    let file = try read(
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20310501\nDURATION:P6D\n"
        + "SUMMARY:\(summary)\nX-APPLE-SPECIAL-DAY:WORK-HOLIDAY\nEND:VEVENT\nEND:VCALENDAR\n")
    #expect(Set(file.years[2031]?.names.map(\.value) ?? []) == Set([name].compactMap { $0 }))
  }

  @Test func `names are optional in the JSON form`() throws {
    let file = try read(
      #"{"years":{"2031":{"off":["2031-01-01/2031-01-02"],"names":[{"days":"2031-01-01","name":"元旦"}]}}}"#
    )
    #expect(file.years[2031]?.names == names(("2031-01-01", "元旦")))
    let wrong = #"{"years":{"2031":{"off":["2031-01-01"],"names":[{"days":"2031-01-01"}]}}}"#
    let error = #expect(throws: CallbookError.self) { try read(wrong) }
    #expect(error?.message.contains("/years/2031/names/0/name") == true)
  }

  @Test func `the JSON form is read`() throws {
    let file = try read(Self.json)
    #expect(file.region == "CN" && file.leftOut.isEmpty)
    #expect(
      file.years == [
        2031: WorkYear(
          off: days("2031-01-01", "2031-10-01/2031-10-07"), on: days("2031-09-27"),
          source: "a notice"),
        2032: WorkYear(off: days("2032-01-01"), on: [], source: "another"),
      ])
  }

  @Test(arguments: [
    ("", "neither"), ("[]", "neither"), ("name,phone\n", "neither"), ("{}", "/years"),
    (#"{"years":[]}"#, "/years"), (#"{"years":{}}"#, "no year"),
    (#"{"years":{"31":{}}}"#, "no year"), (#"{"years":{"2031":[]}}"#, "/years/2031"),
    (#"{"years":{"2031":{"off":["2031-02-30"]}}}"#, "/years/2031/off/0"),
    (#"{"years":{"2031":{"of":[]}}}"#, "/years/2031/of"),
    (#"{"jahre":{}}"#, "/jahre"),
  ]) func `what is no calendar is refused with its place`(_ text: String, _ place: String) {
    let error = #expect(throws: CallbookError.self) { try read(text) }
    #expect(error?.reason == .formatUnknown)
    #expect(error?.message.contains(place) == true, "\(error?.message ?? "")")
  }

  /// As phones subscribe to them: names with marks, ends that are the day after, folded lines.
  private static let marked = """
    BEGIN:VCALENDAR\r
    VERSION:2.0\r
    X-WR-CALNAME:中国节假日\r
    BEGIN:VEVENT\r
    DTSTART;VALUE=DATE:20311001\r
    DTEND;VALUE=DATE:20311008\r
    SUMMARY;LANGUAGE=zh_CN:国庆节 \r
     休\r
    BEGIN:VALARM\r
    SUMMARY:补班\r
    END:VALARM\r
    END:VEVENT\r
    BEGIN:VEVENT\r
    DTSTART;VALUE=DATE:20310927\r
    SUMMARY:国庆节 补班\r
    END:VEVENT\r
    BEGIN:VEVENT\r
    DTSTART;VALUE=DATE:20310101\r
    DURATION:P1D\r
    SUMMARY:元旦（休）\r
    END:VEVENT\r
    BEGIN:VEVENT\r
    DTSTART;VALUE=DATE:20311011\r
    SUMMARY:国庆节\r
    X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY\r
    END:VEVENT\r
    END:VCALENDAR\r

    """

  @Test func `days off and worked weekends are read from iCalendar`() throws {
    let file = try read(Self.marked)
    #expect(file.leftOut.isEmpty && file.region == nil)
    #expect(
      file.years == [
        2031: WorkYear(
          off: days("2031-10-01/2031-10-07", "2031-01-01"), on: days("2031-09-27", "2031-10-11"),
          names: names(
            ("2031-10-01/2031-10-07", "国庆节"), ("2031-01-01", "元旦"), ("2031-09-27", "国庆节"),
            ("2031-10-11", "国庆节")), source: "an iCalendar file")
      ])
  }

  @Test func `what cannot be taken over is named`() throws {
    func event(_ lines: String...) -> String {
      (["BEGIN:VEVENT"] + lines + ["END:VEVENT"]).joined(separator: "\n") + "\n"
    }
    let extra =
      event("DTSTART;VALUE=DATE:20310822", "SUMMARY:七夕节")
      + event("DTSTART:20310101T090000Z", "SUMMARY:值班")
      + event("DTSTART;VALUE=DATE:20310501", "SUMMARY:劳动节 休", "RRULE:FREQ=YEARLY")
      + event("SUMMARY:春节 休")
      + event("DTSTART;VALUE=DATE:20320101", "SUMMARY:元旦 休")
    let text = Self.marked.replacing("END:VCALENDAR\r\n", with: extra + "END:VCALENDAR\n")
    let file = try read(text)
    #expect(file.years.keys.sorted() == [2031])
    #expect(file.leftOut.map(\.name) == ["七夕节", "值班", "劳动节 休", "春节 休", "2032"])
    #expect(
      file.leftOut.map(\.reason) == [.unmarked, .notAllDay, .notOnce, .notAllDay, .partOfYear])
    #expect(file.leftOut.first?.line == 27)
  }

  @Test func `what was called off or is damaged is left out and named`() throws {
    func event(_ lines: String...) -> String {
      (["BEGIN:VEVENT"] + lines + ["END:VEVENT"]).joined(separator: "\n") + "\n"
    }
    let extra =
      event("DTSTART;VALUE=DATE:20310404", "SUMMARY:清明节 休", "STATUS:CANCELLED")
      + event("DTSTART;VALUE=DATE:20310501", "SUMMARY:劳动节 休", "DESCRIPTION:放假", "五天")
      + event("DURATION:P2D", "DTSTART;VALUE=DATE:20310601", "SUMMARY:端午节 休")
    let text = Self.marked.replacing("END:VCALENDAR\r\n", with: extra + "END:VCALENDAR\n")
    let file = try read(text)
    #expect(file.leftOut.map(\.name) == ["清明节 休", "劳动节 休"])
    #expect(file.leftOut.map(\.reason) == [.cancelled, .damaged])
    #expect(file.leftOut.map(\.line) == [27, 32])
    #expect(file.years[2031]?.off.isSuperset(of: days("2031-06-01/2031-06-02")) == true)
    #expect(file.years[2031]?.off.isDisjoint(with: days("2031-04-04", "2031-05-01")) == true)
  }

  @Test(arguments: [
    ("END:VEVENT\nEND:VCALENDAR\n", "", "line 2 begins"),
    ("END:VCALENDAR\n", "", "line 1 begins"),
    ("DTSTART", "BEGIN:VEVENT\nDTSTART", "line 3 begins an event within"),
    ("END:VEVENT", "END:VALARM", "line 6 ends"), ("BEGIN:VEVENT\n", "", "line 5 ends"),
  ]) func `an event that does not end, or does not begin, is refused with its line`(
    _ part: String, _ broken: String, _ reason: String
  ) throws {
    let text = """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20311001
      DTEND;VALUE=DATE:20311008
      SUMMARY:国庆节 休
      END:VEVENT
      END:VCALENDAR

      """
    let damaged = text.replacing(part, with: broken)
    #expect(try read(text).years[2031]?.off.count == 7)
    let error = #expect(throws: CallbookError.self) { try read(damaged) }
    #expect(error?.reason == .formatUnknown)
    #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
  }

  @Test func `a calendar without any day off is refused`() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:七夕节\nDTSTART:20310822\nEND:VEVENT\n"
    #expect(throws: CallbookError.self) { try read(text) }
  }

  @Test func `any bytes are read or refused, never more`() {
    let seed = UInt64(20_261_122)
    print("seed of calendars: \(seed)")
    var state = seed
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for base in [Self.json, Self.marked] {
      for _ in 0..<500 {
        var bytes = Array(base.utf8)
        for _ in 0...below(4) { bytes[below(bytes.count)] = UInt8(below(256)) }
        if below(3) == 0 { bytes.removeLast(below(bytes.count)) }
        let file = try? CalendarFile(ByteSource(bytes: bytes))
        #expect(file?.years.values.allSatisfy { $0.off.count < 20_000 } ?? true)
      }
    }
  }
}
