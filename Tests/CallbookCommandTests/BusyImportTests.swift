import CallbookJSON
import CallbookModel
import CallbookTesting
import Testing

@testable import callbook

/// Calendars of staff, as a clerk takes them over from files.
@Suite(.needsDaemon) struct BusyImportTests {
  /// In three days by the shop's clocks.
  private let day: CalendarDate

  init() throws {
    let today = try MachineZones.rules("Asia/Shanghai").local(SystemClock().now()).date
    day = today.advanced(byDays: 3)
  }

  private func shop() throws -> TestDaemon {
    let daemon = try TestDaemon()
    for words in [
      ["staff", "add", "daemon", "--role", "manager", "--role", "agent"],
      ["calendar", "set", "--week", "Mon-Sun 08:00-20:00"], ["contact", "add", "王小明"],
      ["policy", "set", "appointment.lead_time", "0"],
    ] {
      let typed = Typed(words, socket: daemon.socket)
      #expect(typed.status == .done, "\(words): \(typed.errors)")
    }
    return daemon
  }

  private func event(_ from: String, _ to: String, _ more: String...) -> [String] {
    let date = day.description.filter { $0 != "-" }
    return ["BEGIN:VEVENT", "DTSTART:\(date)T\(from)00", "DTEND:\(date)T\(to)00"] + more
      + ["END:VEVENT"]
  }

  private func write(_ events: [String]..., to path: String) throws {
    let lines = ["BEGIN:VCALENDAR", "VERSION:2.0"] + events.flatMap { $0 } + ["END:VCALENDAR", ""]
    try CallbookTesting.write(Array(lines.joined(separator: "\r\n").utf8), to: path)
  }

  private func take(_ daemon: TestDaemon, _ paths: String...) -> Typed {
    Typed(["busy", "import"] + paths + ["--user", "daemon"], socket: daemon.socket)
  }

  @Test func `a calendar keeps its owner from being booked, and is shown beside appointments`()
    throws
  {
    let daemon = try shop()
    let path = daemon.directory + "/mine.ics"
    try write(
      event("0900", "1030", "SUMMARY:Dentist"), event("1600", "1700", "TRANSP:TRANSPARENT"),
      event("1200", "1300", "SUMMARY:Team", "RRULE:FREQ=SECONDLY"), to: path)
    let seen = daemon.typed("busy", "import", path, "--user", "daemon", "--dry-run")
    #expect(
      seen.status == .badData && seen.output.hasPrefix("daemon would be busy once: 1 new, 0 gone"))
    let typed = take(daemon, path)
    #expect(
      typed.output == "daemon is busy once: 1 new, 0 gone; free or cancelled ones do not count: 1\n"
    )
    #expect(typed.errors.contains("\(path), line ") && typed.errors.contains(": Team: it recurs"))
    #expect(typed.status == .badData, "something is not there that was in it")
    try write(event("1200", "1300", "RRULE:FREQ=SECONDLY"), to: path)
    let nothing = take(daemon, path)
    #expect(nothing.status == .badData && nothing.errors.contains("stays as it was"))
    let refused = daemon.typed(
      "appointment", "book", "c1", "--kind", "visit", "--assignee", "daemon", "--start",
      "\(day)T10:00:00+08:00")
    #expect(
      refused.errors.contains("busy elsewhere from \(day) 09:00 to 10:30"), "\(refused.errors)")
    let picture = daemon.typed("day", "\(day)")
    #expect(picture.output.contains("\n09:00  busy") && picture.output.contains("\n10:00  |"))
    #expect(!picture.output.contains("Dentist"))
    let json = try JSONTape().parse(daemon.typed("day", "\(day)", "--jsonl").output.utf8)
    let column = json["columns"]?.elements.first { _ in true }
    #expect(column?["busy"]?.count == 1 && column?["items"]?.count == 0)
    #expect(
      column?["free"]?.elements.compactMap { $0.string } == ["08:00-09:00", "10:30-20:00"])
    let week = daemon.typed("week", "\(day)", "--assignee", "daemon")
    #expect(week.output.contains("busy") && !daemon.typed("week", "\(day)").output.contains("busy"))
    #expect(daemon.typed("busy", "list").output.contains("\(day) 09:00"))
    #expect(daemon.typed("busy", "clear", "daemon").status == .done)
    #expect(daemon.typed("busy", "list", "--jsonl").output == "")
  }

  @Test func `what the register wrote itself is refused nowhere, and is in nobody's way`() throws {
    let daemon = try shop()
    for time in ["09:00", "11:00", "15:00"] {
      let booked = daemon.typed(
        "appointment", "book", "c1", "--kind", "visit", "--assignee", "daemon", "--start",
        "\(day)T\(time):00+08:00")
      #expect(booked.status == .done, "\(booked.errors)")
    }
    let cancelled = daemon.typed(
      "appointment", "cancel", "a2", "--reason", "weather", "--terms-acknowledged")
    #expect(cancelled.status == .done, "\(cancelled.errors)")
    let path = daemon.directory + "/own.ics"
    #expect(daemon.typed("appointment", "export", "--output", path).status == .done)
    let typed = take(daemon, path)
    #expect(typed.errors == "", "nothing is left out")
    #expect(
      typed.output == """
        daemon is busy 0 times: 0 new, 0 gone; free or cancelled ones do not count: 1; \
        nor do appointments of this register: 2

        """)
    let moved = daemon.typed("appointment", "move", "a1", "--start", "\(day)T09:30:00+08:00")
    #expect(moved.status == .done, "\(moved.errors)")
  }

  @Test func `several calendars are one, and what lies in them already is told`() throws {
    let daemon = try shop()
    let booked = daemon.typed(
      "appointment", "book", "c1", "--kind", "visit", "--assignee", "daemon", "--start",
      "\(day)T10:00:00+08:00")
    #expect(booked.status == .done, "\(booked.errors)")
    let paths = ["work", "private"].map { daemon.directory + "/\($0).ics" }
    try write(event("0900", "1030"), to: paths[0])
    try write(event("1000", "1200"), event("1400", "1500"), to: paths[1])
    let typed = take(daemon, paths[0], paths[1])
    #expect(typed.output.hasPrefix("daemon is busy 2 times: 2 new, 0 gone\n"), "\(typed.output)")
    #expect(typed.output.contains("one appointment lies in that time"))
    #expect(typed.output.contains("a1") && typed.output.contains("\(day) 10:00"))
    #expect(take(daemon, paths[1]).output.contains("1 new, 1 gone"))
  }

  /// As phones and groupware name all that they hold.
  @Test func `what comes round is no appointment, whatever its calendar calls it`() throws {
    let daemon = try shop()
    let path = daemon.directory + "/phone.ics"
    let habits = (0..<5).map { number in
      event(
        "0900", "1\(number)00", "RRULE:FREQ=DAILY",
        "UID:\(UniqueID(high: 1, low: UInt64(number)))")
    }
    try write(habits.flatMap { $0 }, to: path)
    let typed = take(daemon, path)
    #expect(typed.status == .done && typed.errors == "", "\(typed.errors)")
  }

  @Test func `of several files it is said which one cannot be read`() throws {
    let daemon = try shop()
    let paths = ["work", "private"].map { daemon.directory + "/\($0).ics" }
    try write(event("0900", "1030"), to: paths[0])
    try CallbookTesting.write(Array("BEGIN:VCALENDAR\nVERSION:2.0\n".utf8), to: paths[1])
    let typed = take(daemon, paths[0], paths[1])
    #expect(typed.status != .done)
    #expect(typed.errors.contains("\(paths[1]): the file is no calendar"), "\(typed.errors)")
  }

  @Test func `what cannot be done is said, and changes nothing`() throws {
    let daemon = try shop()
    let path = daemon.directory + "/mine.ics"
    try write(event("0900", "1030"), to: path)
    #expect(take(daemon, path).status == .done)
    for (options, said) in [
      ([path, "--until", "2020-01-01"], "that day is past"), ([path], "name somebody"),
      ([path, "--user", "nobody"], "callbook staff list"), (["/nonexistent.ics"], "cannot be read"),
      ([daemon.directory + "/callbook.db"], "not"), ([], "FILE missing"),
    ] {
      let typed = Typed(["busy", "import"] + options, socket: daemon.socket)
      #expect(
        typed.status != .done && typed.errors.contains(said),
        "\(options): \(typed.status) \(typed.errors)")
    }
    let many = (0..<1501).map { number in
      let minute = number / 26
      let date = day.advanced(byDays: Int64(number % 26)).description.filter { $0 != "-" }
      let time = minute < 10 ? "0\(minute)" : "\(minute)"
      return ["BEGIN:VEVENT", "DTSTART:\(date)T10\(time)00", "DURATION:PT30S", "END:VEVENT"]
    }
    try write(many.flatMap { $0 }, to: path)
    let tooMany = take(daemon, path)
    #expect(tooMany.errors.contains("--until"), "\(tooMany.errors)")
    let listed = daemon.typed("busy", "list", "--jsonl").output.split(separator: "\n")
    #expect(listed.count == 1)
  }
}
