import CallbookFormats
import CallbookJSON
import CallbookModel
import CallbookTesting
import Glibc
import Testing

@testable import callbook

@Suite(.needsDaemon) struct AppointmentExportTests {
  /// In three days by the shop's clocks: whatever is booked then is neither too soon nor past.
  private let day: String

  init() throws {
    let today = try MachineZones.rules("Asia/Shanghai").local(SystemClock().now()).date
    day = today.advanced(byDays: 3).description
  }

  /// A shop that never closes, with one contact, one place and somebody who is sent out.
  private func shop() throws -> TestDaemon {
    let daemon = try TestDaemon()
    for words in [
      ["staff", "add", "daemon", "--role", "agent"],
      ["calendar", "set", "--week", "Mon-Sun 00:00-24:00"], ["contact", "add", "王小明"],
      ["place", "add", "riverside", "--title", "江边店, 2F", "--capacity", "2"],
    ] {
      let typed = Typed(words, socket: daemon.socket)
      #expect(typed.status == .done, "\(words): \(typed.errors)")
    }
    return daemon
  }

  private func book(_ daemon: TestDaemon, _ time: String, _ options: String...) {
    let typed = Typed(
      ["appointment", "book", "c1", "--kind", "training", "--start", "\(day)T\(time):00+08:00"]
        + options, socket: daemon.socket)
    #expect(typed.status == .done, "\(typed.errors)")
  }

  @Test func `a shop's appointments are a calendar, of everybody or of one`() throws {
    let daemon = try shop()
    book(daemon, "09:00", "--place", "riverside")
    book(daemon, "11:00", "--assignee", "daemon", "--note", "bring paper; two rolls")
    let all = daemon.typed("appointment", "export")
    #expect(all.status == .done, "\(all.errors)")
    #expect(all.output.count(of: "BEGIN:VEVENT\r\n") == 2)
    let digits = day.filter { $0 != "-" }
    for part in [
      "SUMMARY:training: 王小明\r\n", "LOCATION:江边店\\, 2F\r\n", "STATUS:TENTATIVE\r\n",
      "DTSTART;TZID=Asia/Shanghai:\(digits)T090000\r\n", "TRIGGER:-PT120M\r\n",
      "X-WR-CALNAME:Callbook\r\n", "\\nnote: bring paper\\; two rolls",
    ] {
      #expect(all.output.replacing("\r\n ", with: "").contains(part), "\(part)\n\(all.output)")
    }
    let one = daemon.typed("appointment", "export", "--assignee", "daemon", "--alarm", "45")
    #expect(one.output.count(of: "BEGIN:VEVENT\r\n") == 1)
    #expect(one.output.contains("TRIGGER:-PT45M\r\n") && !one.output.contains("PT120M"))
    let silent = daemon.typed("appointment", "export", "--place", "riverside", "--alarm", "none")
    #expect(silent.output.contains("江边店") && !silent.output.contains("VALARM"))
    let none = daemon.typed("appointment", "export", "--until", "2026-01-01")
    #expect(none.status == .done && !none.output.contains("VEVENT"))
  }

  @Test func `a file is replaced in one step, for its group to read`() throws {
    let daemon = try shop()
    book(daemon, "09:00")
    let path = daemon.directory + "/a.ics"
    try write(Array("old".utf8), to: path)
    let typed = daemon.typed("appointment", "export", "--output", path, "--json")
    #expect(typed.output == #"{"exported":1,"file":"\#(path)"}"# + "\n", "\(typed.errors)")
    #expect(text(of: path).hasPrefix("BEGIN:VCALENDAR\r\n"))
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o640)
    let missing = daemon.typed("appointment", "export", "--output", "/nonexistent/a.ics")
    #expect(missing.status != .done && missing.errors.contains("cannot be written"))
  }

  @Test(arguments: [
    (["--follow"], "--output FILE"), (["--follow", "--output", "-"], "--output FILE"),
    (["--follow", "--output", "x.ics", "--gather", "soon"], "0 to 3600"),
    (["--alarm", "-5"], "43200"), (["--alarm", "none", "--alarm", "5"], "43200"),
    (["--from", "2026"], "tomorrow"), (["--json"], "--output"),
  ]) func `what cannot be done is said`(_ options: [String], _ said: String) throws {
    let daemon = try TestDaemon()
    let typed = Typed(["appointment", "export"] + options, socket: daemon.socket)
    #expect(typed.status == .usage && typed.errors.contains(said), "\(typed.errors)")
  }

  @Test func `a followed file has every change, also over a restart of the daemon`() throws {
    let daemon = try shop()
    book(daemon, "09:00")
    let path = daemon.directory + "/followed.ics"
    let follow = try daemon.spawn(
      ["appointment", "export", "--follow", "--gather", "0", "--output", path])
    defer { follow.kill(SIGKILL) }
    #expect(follow.line() == "1 appointments are in \(path)")
    #expect(text(of: path).count(of: "BEGIN:VEVENT\r\n") == 1)
    book(daemon, "11:00")
    #expect(follow.line() == "2 appointments are in \(path)")
    // Nothing of it is in the calendar: the next line is that of the next booking.
    #expect(daemon.typed("contact", "add", "无关").status == .done)
    daemon.kill()
    try daemon.start()
    book(daemon, "13:00", "--place", "riverside")
    #expect(follow.line() == "3 appointments are in \(path)")
    #expect(text(of: path).contains("LOCATION:江边店"))
    // What calendars show of a place changes without any appointment.
    #expect(daemon.typed("place", "edit", "riverside", "--title", "河边").status == .done)
    #expect(follow.line() == "3 appointments are in \(path)")
    #expect(text(of: path).contains("LOCATION:河边"))
    #expect(daemon.area.names.filter { $0.hasPrefix("followed") } == ["followed.ics"])
  }

  // MARK: Events

  private static func node(_ state: String, _ more: String = "") throws -> JSONNode {
    try JSONTape().parse(
      Array(
        #"""
        {"id":"a7","uuid":"01a2018f-a6a0-7988-949e-ec382923c7e0","rev":3,"kind":"visit","state":"\#(state)",
         "contact":"c1","start_at":"2026-11-23T01:30:00.000Z","end_at":"2026-11-23T02:00:00.000Z",
         "sequence":4,"created_at":"2026-11-20T01:00:00.000Z","updated_at":"2026-11-21T01:00:00.000Z"\#(more)}
        """#.utf8))
  }

  @Test(arguments: [
    ("booked", CalendarEvent.Status.tentative), ("confirmed", .confirmed),
    ("completed", .confirmed),
    ("no_show", .confirmed), ("cancelled", .cancelled),
  ]) func `what became of an appointment is its status`(
    _ state: String, _ status: CalendarEvent.Status
  ) throws {
    let event = CalendarEvent(
      try Self.node(state), places: [:], alarms: [], Texts(.english))
    #expect(event?.status == status && event?.sequence == 4 && event?.summary == "visit: c1")
  }

  @Test func `what is known of it is told, and what is not is left out`() throws {
    let node = try Self.node(
      "cancelled",
      #","name":"王小明","place":"old","cancellation":{"reason":"shop_closed","party":"shop"}"#)
    let event = CalendarEvent(node, places: ["riverside": "江边"], alarms: [30], Texts(.english))
    #expect(event?.location == "old" && event?.summary == "visit: 王小明")
    #expect(event?.details == "id: a7\nstate: cancelled\ncontact: c1\nreason: shop_closed")
    let broken = try JSONTape().parse(Array(#"{"id":"a7"}"#.utf8))
    #expect(CalendarEvent(broken, places: [:], alarms: [], Texts(.english)) == nil)
  }
}

extension String {
  fileprivate func count(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
