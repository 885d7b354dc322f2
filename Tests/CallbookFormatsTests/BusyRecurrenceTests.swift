import CallbookModel
import Testing

@testable import CallbookFormats

@Suite struct BusyRecurrenceTests {
  private static let monday = "DTSTART;TZID=Asia/Shanghai:20270104T093000"

  private func days(_ file: BusyFile) throws -> String {
    try BusyReading.starts(file).map { String($0.dropFirst(5).prefix(5)) }.joined(separator: " ")
  }

  @Test(
    arguments: [
      ("20270104", "FREQ=DAILY;COUNT=3", "01-04 01-05 01-06"),
      ("20270104", "FREQ=DAILY;INTERVAL=10;UNTIL=20270124", "01-04 01-14 01-24"),
      ("20270104", "FREQ=WEEKLY;COUNT=3;", "01-04 01-11 01-18"),
      ("20270104", "FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=5", "01-04 01-06 01-08 01-11 01-13"),
      ("20270106", "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4", "01-06 01-11 01-13 01-18"),
      // The example of section 3.3.10.
      ("19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", ""),
      ("20270105", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "01-05 01-10 01-19 01-24"),
      ("20270105", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "01-05 01-17 01-19 01-31"),
      ("20270131", "FREQ=MONTHLY;COUNT=5", "01-31 03-31 05-31 07-31 08-31"),
      ("20270115", "freq=monthly;bymonthday=15;count=2", "01-15 02-15"),
      ("20270112", "FREQ=MONTHLY;BYDAY=2TU;COUNT=3", "01-12 02-09 03-09"),
      ("20270129", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "01-29 02-26 03-26"),
      ("20270129", "FREQ=MONTHLY;BYDAY=+5FR;COUNT=3", "01-29 04-30 07-30"),
      ("20270104", "FREQ=MONTHLY;BYDAY=1MO;INTERVAL=3;COUNT=3", "01-04 04-05 07-05"),
      ("20270112", "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2;COUNT=3", "01-12 02-09 03-09"),
      ("20270129", "FREQ=MONTHLY;BYSETPOS=-1;BYDAY=FR;COUNT=2", "01-29 02-26"),
      ("20270131", "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "01-31 02-28 03-31"),
      ("20270107", "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=4", "01-07 01-08 01-11 01-12"),
      ("20270301", "FREQ=YEARLY;COUNT=2", "03-01"),
      ("20240229", "FREQ=YEARLY", ""), ("20230301", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1", "03-01"),
      ("20201126", "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "11-25"),
      ("20250610", "FREQ=YEARLY;INTERVAL=2", "06-10"), ("20260610", "FREQ=YEARLY;INTERVAL=2", ""),
      (
        "19700301", "FREQ=DAILY;COUNT=20771",
        "01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 01-09 01-10 01-11"
      ),
      ("20260105", "FREQ=WEEKLY;BYDAY=MO,TU;COUNT=107", "01-04 01-05 01-11"),
      ("20260131", "FREQ=MONTHLY;COUNT=9", "01-31 03-31"),
      ("20250929", "FREQ=MONTHLY;BYDAY=5MO;COUNT=7", "03-29"),
      ("20270104", "FREQ=DAILY;INTERVAL=99999999999;COUNT=9999999999999", "01-04"),
      ("20270104", "FREQ=WEEKLY;INTERVAL=999999999", "01-04"),
      ("20270104", "FREQ=MONTHLY;INTERVAL=999999999", "01-04"),
      ("20270104", "FREQ=YEARLY;INTERVAL=999999999", "01-04"),
      ("20270104", "FREQ=DAILY;UNTIL=20270103", ""),
      ("99991220", "FREQ=WEEKLY;BYDAY=MO,FR", ""),
    ]) func `an event recurs as its rule says`(
      _ start: String, _ rule: String, _ days: String
    ) throws
  {
    let file = try BusyReading.file(events: ["DTSTART:\(start)", "RRULE:\(rule)"])
    #expect(try self.days(file) == days)
    #expect(file.leftOut.isEmpty && file.freeCount == 0)
  }

  @Test(
    arguments: [
      "FREQ=HOURLY", "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1", "FREQ=YEARLY;BYWEEKNO=1",
      "FREQ=YEARLY;BYYEARDAY=4", "FREQ=YEARLY;BYMONTHDAY=4", "FREQ=YEARLY;BYDAY=1MO",
      "FREQ=YEARLY;BYMONTH=1,2", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYMONTHDAY=4,5",
      "FREQ=MONTHLY;BYMONTHDAY=5", "FREQ=MONTHLY;BYMONTH=1", "FREQ=MONTHLY;BYDAY=MO",
      "FREQ=MONTHLY;BYDAY=1MO,3MO", "FREQ=MONTHLY;BYDAY=6MO", "FREQ=MONTHLY;BYDAY=2MO",
      "FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=4", "FREQ=WEEKLY;BYDAY=1MO", "FREQ=WEEKLY;BYDAY=TU",
      "FREQ=WEEKLY;BYDAY=", "FREQ=WEEKLY;BYDAY=MO,", "FREQ=WEEKLY;BYMONTH=1", "FREQ=DAILY;BYHOUR=9",
      "FREQ=DAILY;INTERVAL=2;BYDAY=MO", "FREQ=DAILY;BYDAY=TU", "FREQ=DAILY;COUNT=0",
      "FREQ=MONTHLY;BYDAY=1MO;BYSETPOS=1", "FREQ=MONTHLY;BYMONTHDAY=-2", "FREQ=DAILY;COUNT=-1",
      "FREQ=DAILY;INTERVAL=0",
      "FREQ=DAILY;COUNT=2;UNTIL=20270201", "FREQ=DAILY;UNTIL=soon", "FREQ=DAILY;FREQ=DAILY",
      "FREQ=DAILY;WKST=XX", "FREQ=DAILY;RSCALE=CHINESE", "FREQ=DAILY;X", "INTERVAL=2", "",
    ]) func `any other rule is left out, not guessed`(_ rule: String) throws
  {
    let file = try BusyReading.file(
      events: [Self.monday, "DURATION:PT1H", "SUMMARY:a meeting", "RRULE:\(rule)"])
    #expect(file.leftOut == [.init(line: 3, name: "a meeting", reason: .unknownRule)])
    #expect(file.events.isEmpty && file.freeCount == 0)
  }

  @Test(
    arguments: [
      ["RDATE:20270301T013000Z"], ["RRULE:FREQ=DAILY", "EXRULE:FREQ=WEEKLY"],
      ["RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY"],
      ["RRULE:FREQ=DAILY", "EXDATE;VALUE=DATE:20270105"],
      ["RRULE:FREQ=DAILY", "RECURRENCE-ID:20270105T013000Z"],
    ]) func `other ways to recur are left out too`(_ lines: [String]) throws
  {
    let file = try BusyReading.file(events: [Self.monday, "DURATION:PT1H"] + lines)
    #expect(file.leftOut.map(\.reason) == [.unknownRule] && file.events.isEmpty)
  }

  @Test(
    arguments: [
      ("20270107", 4), ("20270107T093000", 4), ("20270107T092959", 3), ("20270107T013000Z", 4),
      ("20270107T012959Z", 3),
    ]) func `a rule ends with its UNTIL`(_ until: String, _ count: Int) throws
  {
    let file = try BusyReading.file(
      events: [Self.monday, "DURATION:PT1H", "RRULE:FREQ=DAILY;UNTIL=\(until)"])
    #expect(file.events.count == count)
  }

  @Test func `a rule of so long ago that all months since would be counted is left out`() throws {
    let counted = try BusyReading.file(
      events: ["DTSTART:18991231", "RRULE:FREQ=MONTHLY;COUNT=9999"])
    #expect(counted.leftOut.map(\.reason) == [.unknownRule])
    let endless = try BusyReading.file(events: ["DTSTART:18991231", "RRULE:FREQ=MONTHLY"])
    #expect(endless.leftOut.isEmpty && endless.events.count == 7)
  }

  @Test func `whole days do not end with a time of UTC`() throws {
    let file = try BusyReading.file(
      events: ["DTSTART:20270104", "RRULE:FREQ=DAILY;UNTIL=20270107T000000Z"])
    #expect(file.leftOut.map(\.reason) == [.unknownRule])
  }

  @Test func `exceptions count, but do not take place`() throws {
    let file = try BusyReading.file(
      events: [
        Self.monday, "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=6",
        "EXDATE;TZID=Asia/Shanghai:20270104T093000,20270106T093000", "EXDATE:20270107T013000Z",
        "EXDATE:20270108T013001Z",
      ])
    #expect(try days(file) == "01-05 01-08 01-09")
    let whole = try BusyReading.file(
      events: ["DTSTART:20270104", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20270105"])
    #expect(try days(whole) == "01-04 01-06")
  }

  @Test func `one occurrence is put elsewhere, another called off`() throws {
    let daily = ["UID:u", Self.monday, "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=4"]
    let file = try BusyReading.file(
      events: [
        "UID:u", "RECURRENCE-ID;TZID=Asia/Tokyo:20270105T103000", "DTSTART:20270110T013000Z",
        "DURATION:PT2H",
      ], daily, ["UID:u", "STATUS:CANCELLED", "RECURRENCE-ID:20270106T013000Z"],
      ["UID:other", "RECURRENCE-ID:20270107T013000Z", "DTSTART:20270120T013000Z", "DURATION:PT1H"],
      ["UID:u", "RECURRENCE-ID:20270104T013000Z", "DTSTART:20270104T013000Z"])
    #expect(
      try BusyReading.shown(file) == [
        "2027-01-07 09:30/2027-01-07 10:30", "2027-01-10 09:30/2027-01-10 11:30",
        "2027-01-20 09:30/2027-01-20 10:30",
      ])
    #expect(file.freeCount == 2 && file.leftOut.isEmpty)
  }

  @Test func `what changes all that follow is left out with what it changes`() throws {
    let file = try BusyReading.file(
      events: ["UID:u", Self.monday, "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=4"],
      [
        "UID:u", "RECURRENCE-ID;RANGE=THISANDFUTURE:20270106T013000Z", "DTSTART:20270106T030000Z",
        "DURATION:PT1H",
      ], ["UID:v", Self.monday, "DURATION:PT1H"])
    #expect(file.leftOut.map(\.line) == [3, 9])
    #expect(file.leftOut.allSatisfy { $0.reason == .unknownRule })
    #expect(file.events.map(\.uid) == ["v"])
  }

  @Test func `a meeting at half past two stays there where clocks are set`() throws {
    let text = BusyReading.calendar([
      BusyReading.event([
        "DTSTART;TZID=America/New_York:20270312T023000",
        "DTEND;TZID=America/New_York:20270312T033000",
        "RRULE:FREQ=DAILY;COUNT=4",
      ])
    ])
    let file = try BusyReading.file(text)
    // On the 14th clocks skip it: section 3.3.5 has it an hour later.
    #expect(
      try BusyReading.shown(file, zone: "America/New_York") == [
        "2027-03-12 02:30/2027-03-12 03:30", "2027-03-13 02:30/2027-03-13 03:30",
        "2027-03-14 03:30/2027-03-14 04:30", "2027-03-15 02:30/2027-03-15 03:30",
      ])
  }

  @Test func `what began long before the window still overlaps it`() throws {
    let file = try BusyReading.file(
      events: ["DTSTART:20200106", "DURATION:P5D", "RRULE:FREQ=WEEKLY"],
      window: ("2027-01-08T00:00:00Z", "2027-01-11T00:00:00Z"))
    #expect(
      try BusyReading.shown(file) == [
        "2027-01-04 00:00/2027-01-09 00:00", "2027-01-11 00:00/2027-01-16 00:00",
      ])
  }

  @Test func `what goes on since the first day of the calendar begins with it`() throws {
    let file = try BusyReading.file(
      events: ["DTSTART:00010101", "DTEND:99991231"],
      ["DTSTART;TZID=Asia/Shanghai:00010101T070000", "DTEND:20270101T000000Z"])
    #expect(file.events.count == 2 && file.leftOut.isEmpty)
    for event in file.events { #expect(event.span.start == Instant("0001-01-01T00:00:00Z")) }
  }

  @Test func `an event that is there thousands of times at once is left out`() throws {
    let file = try BusyReading.file(
      events: ["SUMMARY:s", "DTSTART:19700101", "DURATION:P999999W", "RRULE:FREQ=DAILY"],
      ["DTSTART:19700101", "DTEND:99991231", "RRULE:FREQ=YEARLY;INTERVAL=50"])
    #expect(file.leftOut == [.init(line: 3, name: "s", reason: .tooOften)])
    #expect(
      try BusyReading.shown(file).map { $0.suffix(16) } == ["9999-12-31 00:00", "9999-12-31 00:00"])
  }

  @Test(.timeLimit(.minutes(1)))
  func `thousands of rules from the year 1 are soon read`() throws {
    let rules = [
      ("00010101", "FREQ=DAILY"), ("00010101", "FREQ=DAILY;COUNT=999999"),
      ("00010101", "FREQ=WEEKLY;INTERVAL=3;COUNT=99999"),
      ("00010101", "FREQ=MONTHLY;BYMONTHDAY=1;COUNT=99999"),
      ("00010101", "FREQ=YEARLY;COUNT=9999"), ("19000129", "FREQ=MONTHLY;BYDAY=5MO;COUNT=99999"),
    ]
    let events = (0..<1200).map { number in
      let (start, rule) = rules[number % rules.count]
      return BusyReading.event(["DTSTART:\(start)", "RRULE:\(rule)"])
    }
    let file = try BusyReading.file(
      BusyReading.calendar(events), window: ("2027-01-01T00:00:00Z", "2027-01-01T08:00:00Z"))
    #expect(file.leftOut.isEmpty && file.events.count == 1)
  }
}
