import CallbookModel
import Testing

@testable import CallbookFormats

@Suite struct BusyFileTests {
  @Test(
    arguments: [
      (["DTSTART:20270301T013000Z", "DTEND:20270301T020000Z"], "03-01 09:30/2027-03-01 10:00"),
      (["DTSTART:20270301T093000", "DTEND:20270301T100000"], "03-01 09:30/2027-03-01 10:00"),
      (
        ["DTSTART;TZID=Asia/Tokyo:20270301T103000", "DURATION:PT30M"],
        "03-01 09:30/2027-03-01 10:00"
      ),
      (
        ["DTSTART;TZID=Asia/Tokyo:20270301T013000Z", "DURATION:PT30M"],
        "03-01 09:30/2027-03-01 10:00"
      ),
      (["DURATION:PT1H0M30S", "DTSTART:20270301T013000Z"], "03-01 09:30/2027-03-01 10:30"),
      (["DTSTART:20270301T013000Z", "DURATION:+P1W"], "03-01 09:30/2027-03-08 09:30"),
      (["DTSTART:20270301T013000Z", "DURATION:P1DT2H"], "03-01 09:30/2027-03-02 11:30"),
      (["DTSTART;VALUE=DATE:20270301"], "03-01 00:00/2027-03-02 00:00"),
      (
        ["DTSTART;VALUE=DATE:20270301", "DTEND;VALUE=DATE:20270304"], "03-01 00:00/2027-03-04 00:00"
      ),
      (
        ["DTSTART;VALUE=DATE:20270301", "DTEND;VALUE=DATE:20270301"], "03-01 00:00/2027-03-02 00:00"
      ),
      (["DTSTART;VALUE=DATE:20270301", "DURATION:P2D"], "03-01 00:00/2027-03-03 00:00"),
      (["dtstart:20270301t013000z", "dtend:20270301t020060z"], "03-01 09:30/2027-03-01 10:00"),
      (
        ["DTSTART:20270301T013000Z", "DTEND;TZID=Asia/Tokyo:20270301T110000"],
        "03-01 09:30/2027-03-01 10:00"
      ),
      (
        ["STATUS:TENTATIVE", "DTSTART:20270301T013000Z", "DURATION:PT30M"],
        "03-01 09:30/2027-03-01 10:00"
      ),
      (
        ["TRANSP:OPAQUE", "DTSTART:20270301T013000Z", "DURATION:PT30M"],
        "03-01 09:30/2027-03-01 10:00"
      ),
      (
        ["X-MICROSOFT-CDO-BUSYSTATUS:OOF", "DTSTART:20270301T013000Z", "DURATION:PT30M"],
        "03-01 09:30/2027-03-01 10:00"
      ),
    ] as [([String], String)])
  func `an event is when it says`(_ lines: [String], _ shown: String) throws {
    let file = try BusyReading.file(events: lines + ["UID:u1"])
    #expect(try BusyReading.shown(file) == ["2027-" + shown])
    #expect(file.events.first?.uid == "u1" && file.leftOut.isEmpty && file.freeCount == 0)
  }

  @Test(
    arguments: [
      ["TRANSP:TRANSPARENT"], ["STATUS:CANCELLED"], ["X-MICROSOFT-CDO-BUSYSTATUS:FREE"],
      ["transp:transparent"], ["STATUS:CANCELLED", "RRULE:FREQ=HOURLY"],
    ])
  func `what makes nobody busy is counted`(_ lines: [String]) throws {
    let file = try BusyReading.file(
      events: lines + ["DTSTART:20270301T013000Z", "DTEND:20270301T020000Z"])
    #expect(file.events.isEmpty && file.leftOut.isEmpty && file.freeCount == 1)
  }

  @Test(
    arguments: [
      ["DTSTART:20270301T013000Z"], ["DTSTART:20270301T013000Z", "DTEND:20270301T013000Z"],
      ["DTSTART:20270301T013000Z", "DURATION:PT0S"],
      ["DTSTART:20270301T013000Z", "RRULE:FREQ=DAILY"],
    ])
  func `what takes no time makes nobody busy`(_ lines: [String]) throws {
    let file = try BusyReading.file(events: lines)
    #expect(file.events.isEmpty && file.leftOut.isEmpty && file.freeCount == 1)
  }

  @Test(
    arguments: [
      (["DTSTART:20270301T250000Z"], .damaged), (["DTSTART:20270229"], .damaged),
      (["DTSTART:2027-03-01"], .damaged), (["DTSTART:20270301T0130"], .damaged),
      (["DTSTART:20270301T013000Z", "DTEND:20270301T010000Z"], .damaged),
      (["DTSTART:20270301", "DTEND:20270228"], .damaged),
      (["DTSTART:20270301", "DTEND:20270301T010000Z"], .damaged),
      (["DTSTART:20270301T013000Z", "DTEND:20270302"], .damaged),
      (["DTSTART:20270301", "DURATION:PT5H"], .damaged),
      (["DTSTART:20270301T013000Z", "DURATION:-PT5H"], .damaged),
      (["DTSTART:20270301T013000Z", "DURATION:P"], .damaged),
      (["DTSTART:20270301T013000Z", "DURATION:P1DT"], .damaged),
      (["DTSTART:20270301T013000Z", "DURATION:PT5M1H"], .damaged),
      (["DTSTART:20270301T013000Z", "DURATION:P5M"], .damaged),
      (["DTSTART:20270301T013000Z", "DTEND:20270301T020000Z", "DURATION:PT1H"], .damaged),
      (["DTSTART:20270301T013000Z", "DTSTART:20270302T013000Z", "DURATION:PT1H"], .damaged),
      (["DTSTART:20270301T013000Z", "DURATION:PT1H", "no property"], .damaged),
      (["DTSTART:20270301T013000Z", "DURATION:PT1H", "RECURRENCE-ID:soon"], .damaged),
      (["DTEND:20270301T013000Z"], .noTime), ([], .noTime),
      (["DTSTART;TZID=Mars/Olympus:20270301T013000", "DURATION:PT1H"], .unknownZone),
      (["DTSTART;TZID=../Asia/Mars:20270301T013000", "DURATION:PT1H"], .unknownZone),
      (["DTSTART;TZID=:20270301T013000", "DURATION:PT1H"], .unknownZone),
    ] as [([String], BusyFile.LeftOut.Reason)])
  func `what cannot be said for certain is left out with its line`(
    _ lines: [String], _ reason: BusyFile.LeftOut.Reason
  ) throws {
    let busy = ["SUMMARY:busy", "DTSTART:20270601T013000Z", "DTEND:20270601T020000Z"]
    let file = try BusyReading.file(events: busy, ["SUMMARY:a\\, b"] + lines, busy + ["UID:u"])
    #expect(file.leftOut == [BusyFile.LeftOut(line: 8, name: "a, b", reason: reason)])
    #expect(file.events.map(\.uid) == [nil, "u"] && file.freeCount == 0)
  }

  @Test func `only what overlaps the window is there, whole and in order`() throws {
    let window = ("2027-03-01T02:00:00Z", "2027-03-01T04:00:00Z")
    let file = try BusyReading.file(
      events: ["UID:e", "DTSTART:20270301T040000Z", "DTEND:20270301T050000Z"],
      ["UID:d", "DTSTART:20270301T035959Z", "DTEND:20270301T050000Z"],
      ["UID:c", "DTSTART:20270301T023000Z", "DTEND:20270301T030000Z"],
      ["UID:b", "DTSTART:20270301T023000Z", "DTEND:20270301T030000Z"],
      ["UID:b", "DTSTART:20270301T023000Z", "DTEND:20270301T030000Z"],
      ["UID:f", "DTSTART:20270301T023000Z", "DTEND:20270301T024500Z"],
      ["UID:a", "DTSTART:20270301T010000Z", "DTEND:20270301T020000Z"],
      ["UID:g", "DTSTART:20270201T010000Z", "DTEND:20270401T020000Z"], window: window)
    #expect(file.events.map(\.uid) == ["g", "f", "b", "c", "d"])
    #expect(try BusyReading.shown(file).first == "2027-02-01 09:00/2027-04-01 10:00")
  }

  @Test func `folded lines, alarms and other components are read as they should be`() throws {
    let file = try BusyReading.file(
      """
      \u{FEFF}BEGIN:VCALENDAR\r
      BEGIN:VTODO\r
      DTSTART:20270301T013000Z\r
      END:VTODO\r
      BEGIN:VEVENT\r
      UID:a-very-long-\r
       name\r
      DTSTART;TZID="Asia/\r
       Tokyo":20270301T1\r
      \t03000\r
      BEGIN:VALARM\r
      TRIGGER:-PT30M\r
      DURATION:PT5M\r
      SUMMARY:ring\r
      END:VALARM\r
      DURATION:PT1H\r
      END:VEVENT\r
      END:VCALENDAR\r

      """)
    #expect(file.events.map(\.uid) == ["a-very-long-name"])
    #expect(try BusyReading.shown(file) == ["2027-03-01 09:30/2027-03-01 10:30"])
  }

  @Test func `of two versions of an event the later one counts`() throws {
    let file = try BusyReading.file(
      BusyReading.calendar([
        BusyReading.event([
          "UID:u", "SEQUENCE:2", "DTSTART:20270302T013000Z", "DURATION:PT1H",
        ])
      ])
        + BusyReading.calendar([
          BusyReading.event(["UID:u", "SEQUENCE:1", "DTSTART:20270301T013000Z", "DURATION:PT1H"]),
          BusyReading.event(["UID:v", "SEQUENCE:1", "DTSTART:20270303T013000Z", "DURATION:PT1H"]),
          BusyReading.event(["UID:v", "SEQUENCE:1", "DTSTART:20270304T013000Z", "DURATION:PT1H"]),
        ]))
    #expect(
      try BusyReading.starts(file) == [
        "2027-03-02 09:30", "2027-03-03 09:30", "2027-03-04 09:30",
      ])
  }

  @Test func `periods of VFREEBUSY are busy or free`() throws {
    let file = try BusyReading.file(
      BusyReading.calendar([
        """
        BEGIN:VFREEBUSY
        UID:of the list, not of its periods
        DTSTART:20270301T000000Z
        FREEBUSY:20270301T013000Z/20270301T020000Z,20270302T013000Z/PT1H
        FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270303T013000Z/PT1H
        FREEBUSY;FBTYPE=FREE:20270304T013000Z/PT1H,20270305T013000Z/PT1H
        FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20270306T013000Z/P1D,
         20280306T013000Z/P1D,20270306T013000Z/20270305T013000Z,20270307,soon/PT1H
        END:VFREEBUSY
        """
      ]))
    #expect(
      try BusyReading.shown(file) == [
        "2027-03-01 09:30/2027-03-01 10:00", "2027-03-02 09:30/2027-03-02 10:30",
        "2027-03-03 09:30/2027-03-03 10:30", "2027-03-06 09:30/2027-03-07 09:30",
      ])
    #expect(file.events.allSatisfy { $0.uid == nil } && file.freeCount == 2)
    #expect(
      file.leftOut
        == Array(repeating: BusyFile.LeftOut(line: 9, name: "", reason: .damaged), count: 3))
  }

  @Test(
    arguments: [
      ("", "not iCalendar"), ("{}", "not iCalendar"), ("name,phone\n", "not iCalendar"),
      ("BEGIN:VCARD\nEND:VCARD\n", "not iCalendar"), ("BEGIN:VCALENDAR\n", "line 1 begins"),
      ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n", "line 3 ends"),
      ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270301\n", "line 2 begins"),
      ("BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR\n", "line 2 ends"),
      ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nBEGIN:VEVENT\n", "line 3 begins an event within"),
      (String(repeating: "BEGIN:VCALENDAR\n", count: 9), "line 9 is too deep"),
    ])
  func `what is no calendar, or breaks off, is refused with its line`(
    _ text: String, _ place: String
  ) {
    let error = #expect(throws: CallbookError.self) { try BusyReading.file(text) }
    #expect(error?.reason == .formatUnknown)
    #expect(error?.message.contains("calendar of busy times: ") == true)
    #expect(error?.message.contains(place) == true, "\(error?.message ?? "")")
  }

  @Test func `more than a shop's staff can have is refused`() throws {
    let event = BusyReading.event(["DTSTART:20270301T013000Z", "DURATION:PT1H"]) + "\n"
    let many = BusyReading.calendar([String(repeating: event, count: 20_001)])
    let period =
      "FREEBUSY:"
      + Array(repeating: "20270301T013000Z/PT1H", count: 2001)
      .joined(separator: ",")
    let periods = BusyReading.calendar(
      ["BEGIN:VFREEBUSY"] + Array(repeating: period, count: 10) + ["END:VFREEBUSY"])
    let daily = (1...6).map {
      BusyReading.event(["DTSTART:2027010\($0)", "DURATION:P3999D", "RRULE:FREQ=DAILY;COUNT=4000"])
    }
    for text in [many, periods, BusyReading.calendar(daily)] {
      let error = #expect(throws: CallbookError.self) {
        try BusyReading.file(text, window: ("2037-12-01T00:00:00Z", "2037-12-20T00:00:00Z"))
      }
      #expect(error?.message.hasSuffix("it has too many events") == true)
    }
  }
}
