import CallbookModel
import Testing

@testable import CallbookFormats

@Suite struct BusyZoneTests {
  private static func zone(_ name: String, _ offsets: String...) -> String {
    let parts = offsets.map { offset in
      "BEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:\(offset)\nEND:STANDARD"
    }
    return (["BEGIN:VTIMEZONE", "TZID:\(name)"] + parts + ["END:VTIMEZONE"]).joined(separator: "\n")
  }

  private static func event(in zone: String) -> String {
    BusyReading.event(["DTSTART;TZID=\(zone):20270701T093000", "DURATION:PT30M"])
  }

  @Test(
    arguments: [
      "Asia/Tokyo", "/Asia/Tokyo", "/freeassociation.sourceforge.net/Asia/Tokyo",
      "/freeassociation.sourceforge.net/Tzfile/Asia/Tokyo", "/example.com/20270101/Japan", "Japan",
      "\"Asia/Tokyo\"",
    ]) func `a zone is known by its name in the tz database, also behind a path`(
      _ name: String
    ) throws
  {
    let file = try BusyReading.file(BusyReading.calendar([Self.event(in: name)]))
    #expect(try BusyReading.starts(file) == ["2027-07-01 08:30"])
  }

  @Test(
    arguments: [
      (["+0800"], "09:30"), (["+0900", "+0900"], "08:30"), (["-0330"], "21:00"),
      (["+053015"], "11:59"), (["+0800", "+0900"], nil), ([], nil), (["8"], nil), (["+0860"], nil),
      (["+08:00"], nil), (["0800"], nil),
    ] as [([String], String?)])
  func `a zone of the file's own is known when its clocks are never set`(
    _ offsets: [String], _ time: String?
  ) throws {
    let name = "China Standard Time"
    let parts = offsets.map { offset in
      "BEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETTO:\(offset)\nEND:STANDARD"
    }
    let zone = ["BEGIN:VTIMEZONE", "TZID:\(name)"] + parts + ["END:VTIMEZONE"]
    // It may stand behind the event.
    let file = try BusyReading.file(BusyReading.calendar([Self.event(in: name)] + zone))
    #expect(try BusyReading.starts(file) == [time].compactMap { $0.map { "2027-07-01 " + $0 } })
    #expect(file.leftOut.map(\.reason) == (time == nil ? [.unknownZone] : []))
  }

  @Test func `the tz database goes before the file, and a calendar before its neighbours`() throws {
    let tokyo = BusyReading.calendar([
      Self.zone("Asia/Tokyo", "+0100"), Self.event(in: "Asia/Tokyo"),
    ])
    #expect(try BusyReading.starts(BusyReading.file(tokyo)) == ["2027-07-01 08:30"])
    let own = BusyReading.calendar([Self.zone("Z1", "+0900"), Self.event(in: "Z1")])
    let other = BusyReading.calendar([Self.zone("Z1", "+0700"), Self.event(in: "Z1")])
    let third = BusyReading.calendar([Self.event(in: "Z1")])
    let file = try BusyReading.file(own + other + third)
    #expect(try BusyReading.starts(file) == ["2027-07-01 08:30", "2027-07-01 10:30"])
    #expect(file.leftOut.map(\.line) == [33] && file.leftOut.map(\.reason) == [.unknownZone])
  }

  @Test func `a zone's name is the same with and without escapes`() throws {
    let zone = Self.zone("(UTC+08:00) Beijing\\, Urumqi", "+0900", "+0900")
    let event = Self.event(in: "\"(UTC+08:00) Beijing, Urumqi\"")
    let file = try BusyReading.file(BusyReading.calendar([zone, event]))
    #expect(try BusyReading.starts(file) == ["2027-07-01 08:30"])
  }

  /// Section 3.3.5: clocks go from 02:00 to 03:00 on 14 March, and back on 7 November.
  @Test(
    arguments: [
      ("20270314T023000", "PT30M", "2027-03-14T07:30:00.000Z", "2027-03-14T08:00:00.000Z"),
      ("20271107T013000", "PT30M", "2027-11-07T05:30:00.000Z", "2027-11-07T06:00:00.000Z"),
      ("20270313T120000", "P1D", "2027-03-13T17:00:00.000Z", "2027-03-14T16:00:00.000Z"),
      ("20270313T120000", "PT24H", "2027-03-13T17:00:00.000Z", "2027-03-14T17:00:00.000Z"),
      ("20270313T120000", "P1DT1H", "2027-03-13T17:00:00.000Z", "2027-03-14T17:00:00.000Z"),
      ("20270314", "P1D", "2027-03-14T05:00:00.000Z", "2027-03-15T04:00:00.000Z"),
    ]) func `a time that clocks skip or show twice is the standard's`(
      _ start: String, _ duration: String, _ begin: String, _ end: String
    ) throws
  {
    let text = BusyReading.calendar([
      BusyReading.event(["DTSTART:\(start)", "DURATION:\(duration)"])
    ])
    let file = try BusyReading.file(text, zone: "America/New_York")
    #expect(file.events.map(\.span.start.description) == [begin])
    #expect(file.events.map(\.span.end.description) == [end])
  }
}
