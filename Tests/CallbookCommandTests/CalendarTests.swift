import CallbookModel
import CallbookTesting
import Testing

@testable import callbook

/// The work calendar as it is typed and seen.
@Suite(.needsDaemon) struct CalendarTests {
  @Test(arguments: [
    ("2026-10", 80, Language.chinese, "zh/calendar-month.txt"),
    ("2026-10", 30, .chinese, "zh/calendar-narrow.txt"),
    ("2026", 120, .english, "calendar-year.txt"),
  ]) func `a picture shows what is off and what is worked`(
    _ period: String, _ columns: Int, _ language: Language, _ golden: String
  ) throws {
    let daemon = try TestDaemon()
    _ = daemon.typed("calendar", "set", "--days", "2026-10-22", "--hours", "closed")
    _ = daemon.typed("calendar", "set", "--days", "2026-10-24", "--hours", "10:00-15:00")
    let shown = Typed(
      ["calendar", "show", period], socket: daemon.socket, columns: columns, in: language)
    #expect(shown.status == .done, "\(shown.errors)")
    let plain = shown.output.replacing(/\u{1B}\[[0-9]*m/, with: "")
    for line in plain.split(separator: "\n") {
      let isDrawn = CellWidth.cells(of: String(line)) <= columns
      #expect(isDrawn, "\(line)")
    }
    try Golden.check(String(plain.dropLast()), golden)
  }

  @Test func `this month is shown when none is named, and whether the shop is open`() throws {
    let daemon = try TestDaemon()
    let clock = TestClock(Instant(millisecondsSince1970: 1_795_311_000_000))
    let shown = Typed(["calendar", "show"], socket: daemon.socket, clock: clock)
    #expect(shown.status == .done && shown.output.contains("2026-11"), "\(shown.output)")
    #expect(shown.output.contains("week: Mon-Fri 09:00-18:00\n"))
    #expect(shown.output.contains("opens ") || shown.output.contains("open now"))
    let typo = Typed(["calendar", "show", "october"], socket: daemon.socket)
    #expect(typo.status == .usage && typo.errors.contains("calendar show 2026-10"))
  }

  @Test func `a year is imported from JSON and from iCalendar, dry first`() throws {
    let daemon = try TestDaemon()
    let path = daemon.directory + "/2031.json"
    try write(
      Array(
        #"{"years":{"2031":{"off":["2031-01-01/2031-01-03","2031-10-01/2031-10-02"],"on":["2031-01-05"],"names":[{"days":"2031-01-01/2031-01-03","name":"元旦"}]}}}"#
          .utf8), to: path)
    let dry = daemon.typed("calendar", "import", path, "--dry-run")
    #expect(
      dry.status == .done && dry.output.hasPrefix("new: 2031\n"), "\(dry.output)\(dry.errors)")
    #expect(dry.output.contains("2031-01-05  as the week has it  worked"))
    let unknown = daemon.typed("calendar", "show", "2031-01")
    #expect(unknown.errors.contains("the holidays of 2031 are not known"), "\(unknown.errors)")
    #expect(daemon.typed("calendar", "import", path).status == .done)
    #expect(daemon.typed("calendar", "import", path).output == "known already: 2031\n")
    let known = daemon.typed("calendar", "show", "2031-01")
    #expect(
      known.output.contains("2031-01-01/2031-01-03  * day off  元旦"), "\(known.output)")
    let year = daemon.typed("calendar", "show", "2031")
    #expect(year.output.contains("2031-10-01/2031-10-02  * day off\n"), "\(year.output)")
    #expect(!known.errors.contains("2031"))
  }

  @Test func `an iCalendar file changes a year, and what is left out is named`() throws {
    let daemon = try TestDaemon()
    let path = daemon.directory + "/holidays.ics"
    let event = "BEGIN:VEVENT\nDTSTART;VALUE=DATE:"
    try write(
      Array(
        ("BEGIN:VCALENDAR\n\(event)20261001\nDTEND;VALUE=DATE:20261009\nSUMMARY:国庆节 休\nEND:VEVENT\n"
          + "\(event)20260819\nSUMMARY:七夕节\nEND:VEVENT\nEND:VCALENDAR\n").utf8), to: path)
    let typed = daemon.typed("calendar", "import", path, "--dry-run", "--json")
    #expect(typed.status == .done, "\(typed.errors)")
    #expect(typed.errors.contains("line 7: 七夕节: marked neither as off"), "\(typed.errors)")
    #expect(
      typed.output.contains(#"{ "date": "2026-10-08""#) || typed.output.contains("2026-10-08"))
    let notCalendar = daemon.typed("calendar", "import", "/dev/null")
    #expect(notCalendar.status == .badData, "\(notCalendar.errors)")
  }
}
