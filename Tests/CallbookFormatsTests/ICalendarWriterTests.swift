import CallbookModel
import CallbookTesting
import Foundation
import Testing

@testable import CallbookFormats

@Suite struct ICalendarWriterTests {
  private static let now = Instant(millisecondsSince1970: 1_795_311_000_000)

  private func written(_ events: [CalendarEvent], _ zone: String) throws -> [UInt8] {
    try ICalendarWriter(name: "Callbook: 江边, li.na", zone: MachineZones.rules(zone), at: Self.now)
      .bytes(of: events)
  }

  private func event(_ start: String, _ end: String) throws -> CalendarEvent {
    CalendarEvent(
      uid: "01a2018f-a6a0-7988-949e-ec382923c7e0", sequence: 2,
      created: Instant(millisecondsSince1970: 1_795_000_000_000),
      lastModified: Instant(millisecondsSince1970: 1_795_000_060_000),
      start: try #require(Instant(start)), end: try #require(Instant(end)), status: .tentative,
      summary: "installation: 幸福里便利店, 王小明; 199")
  }

  @Test func `a calendar is what RFC 5545 has`() throws {
    var event = try event("2026-11-23T01:30:00Z", "2026-11-23T02:00:00Z")
    event.location = "Riverside"
    event.details = "c1\nback \\ door"
    event.categories = ["installation", "a,b"]
    event.alarms = [30, 1440]
    let text = String(decoding: try written([event], "Asia/Shanghai"), as: UTF8.self)
    #expect(
      text.replacing("\r\n", with: "\n") == """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Callbook//Callbook//EN
        CALSCALE:GREGORIAN
        METHOD:PUBLISH
        X-WR-CALNAME:Callbook: 江边\\, li.na
        X-WR-TIMEZONE:Asia/Shanghai
        BEGIN:VTIMEZONE
        TZID:Asia/Shanghai
        BEGIN:STANDARD
        DTSTART:19910915T020000
        TZOFFSETFROM:+0900
        TZOFFSETTO:+0800
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:01a2018f-a6a0-7988-949e-ec382923c7e0
        SEQUENCE:2
        DTSTAMP:20261122T013000Z
        CREATED:20261118T110640Z
        LAST-MODIFIED:20261118T110740Z
        DTSTART;TZID=Asia/Shanghai:20261123T093000
        DTEND;TZID=Asia/Shanghai:20261123T100000
        SUMMARY:installation: 幸福里便利店\\, 王小明\\; 199
        LOCATION:Riverside
        DESCRIPTION:c1\\nback \\\\ door
        STATUS:TENTATIVE
        CATEGORIES:installation,a\\,b
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:-PT30M
        DESCRIPTION:installation: 幸福里便利店\\, 王小明\\; 199
        END:VALARM
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:-PT1440M
        DESCRIPTION:installation: 幸福里便利店\\, 王小明\\; 199
        END:VALARM
        END:VEVENT
        END:VCALENDAR

        """)
  }

  @Test func `a zone has every change of its clocks between the events, and the one before`() throws
  {
    let events = [
      try event("2026-01-10T15:00:00Z", "2026-01-10T16:00:00Z"),
      try event("2028-07-10T15:00:00Z", "2028-07-10T16:00:00Z"),
    ]
    let text = String(decoding: try written(events, "America/New_York"), as: UTF8.self)
    let onsets = text.matches(of: /BEGIN:(STANDARD|DAYLIGHT)\r\nDTSTART:(\S+)/).map {
      "\($0.1) \($0.2)"
    }
    #expect(
      onsets == [
        "STANDARD 20251102T020000", "DAYLIGHT 20260308T020000", "STANDARD 20261101T020000",
        "DAYLIGHT 20270314T020000", "STANDARD 20271107T020000", "DAYLIGHT 20280312T020000",
      ])
    let universal = String(decoding: try written([events[0]], "Etc/UTC"), as: UTF8.self)
    #expect(universal.contains("TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\n"))
  }

  @Test func `a time that clocks show twice is the one that was meant`() throws {
    let first = try event("2026-11-01T05:30:00Z", "2026-11-01T05:45:00Z")
    let second = try event("2026-11-01T06:30:00Z", "2026-11-01T06:45:00Z")
    let text = String(decoding: try written([first, second], "America/New_York"), as: UTF8.self)
    #expect(text.contains("DTSTART;TZID=America/New_York:20261101T013000\r\n"))
    #expect(text.contains("DTSTART:20261101T063000Z\r\nDTEND:20261101T064500Z\r\n"))
  }

  @Test func `what was called off gives no alarm, and nothing at all is a calendar`() throws {
    let event = CalendarEvent(
      uid: "u", sequence: 1, created: Self.now, lastModified: Self.now, start: Self.now,
      end: Self.now, status: .cancelled, summary: "")
    var loud = event
    loud.alarms = [30]
    #expect(try written([loud], "Asia/Shanghai") == written([event], "Asia/Shanghai"))
    let empty = String(decoding: try written([], "Asia/Shanghai"), as: UTF8.self)
    #expect(empty.hasPrefix("BEGIN:VCALENDAR\r\n") && empty.hasSuffix("END:VCALENDAR\r\n"))
    #expect(!empty.contains("VTIMEZONE"))
  }

  @Test func `any text is folded within characters' bounds and reads back equal`() throws {
    let seed = UInt64(20_261_123)
    print("seed of texts: \(seed)")
    var random = RandomEvents(seed: seed)
    for _ in 0..<400 {
      var event = random.next()
      event.location = random.text()
      let bytes = try written([event], "Asia/Shanghai")
      try checkLines(bytes)
      var reader = VCardLineReader(try TextSource(ByteSource(bytes: bytes), encoding: .utf8))
      var found: [String: String] = [:]
      while let line = try reader.next() {
        let property = try #require(VCardProperty(line.text), "\(line)")
        found[property.name] = found[property.name] ?? VCardText.unescaped(property.value)
      }
      #expect(found["SUMMARY"]?.unicodes == ICalendarText.plain(event.summary).unicodes)
      #expect(found["LOCATION"]?.unicodes == ICalendarText.plain(event.location ?? "").unicodes)
    }
  }

  /// At most 75 octets each, CRLF behind each and nowhere else, whole characters, no controls.
  private func checkLines(_ bytes: [UInt8]) throws {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    #expect(lines.last?.isEmpty == true)
    for line in lines.dropLast() {
      #expect(line.last == 0x0D && line.count <= 76)
      let text = line.dropLast()
      #expect(!text.contains { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F })
      #expect(String(validating: text, as: UTF8.self) != nil)
    }
  }

  @Test func `a busy shop's calendar is read back without a loss`() throws {
    let seed = UInt64(20_261_124)
    print("seed of a busy shop: \(seed)")
    var random = RandomEvents(seed: seed)
    let events = (0..<4000).map { _ in random.next() }
    let bytes = try written(events, "Asia/Shanghai")
    let read = try ICalendarReader.events(
      in: TextSource(ByteSource(bytes: bytes), encoding: .utf8))
    #expect(read.count == events.count)
    for (event, found) in zip(events, read) {
      #expect(!found.isDamaged && found.isCancelled == (event.status == .cancelled))
      #expect(found.summary.unicodes == ICalendarText.plain(event.summary).unicodes)
    }
  }

  // MARK: Another library

  private struct Reading: Decodable {
    let calendars: Int
    let events: [Event]

    struct Event: Decodable, Equatable {
      let uid: String
      let sequence, stamp, modified, start, end: Int64
      let summary, location, description: String?
      let status: String
      let categories: [String]
      let alarms: [Int]
    }
  }

  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("read-calendar.py").path

  /// None whose clocks show UTC until 2020: the library then takes its own rules for those of the file.
  @Test(arguments: [
    "Asia/Shanghai", "America/New_York", "Europe/Dublin", "Australia/Lord_Howe", "Asia/Kolkata",
    "America/Sao_Paulo", "Africa/Casablanca",
  ]) func `another library reads the same texts and the same points in time`(
    _ zone: String
  ) throws {
    let seed = UInt64(20_261_125)
    print("seed of what another library reads: \(seed)")
    var random = RandomEvents(seed: seed)
    let events = (0..<150).map { _ in random.next() }
    let area = try TestDirectory()
    try write(written(events, zone), to: area.file("calendar.ics"))
    let program = try Program(
      ["/usr/bin/python3", "-B", Self.script, area.file("calendar.ics")],
      output: area.file("said"))
    let code = program.wait()
    let said = bytes(of: area.file("said"))
    try #require(code == 0, "\(String(decoding: said, as: UTF8.self).suffix(2000))")
    let reading = try JSONDecoder().decode(Reading.self, from: Data(said))
    #expect(reading.calendars == 1)
    try #require(reading.events.count == events.count)
    for (event, found) in zip(events, reading.events) {
      #expect(found == Self.expected(of: event), "\(zone) \(event.start)")
    }
  }

  private static func expected(of event: CalendarEvent) -> Reading.Event {
    func seconds(_ instant: Instant) -> Int64 { instant.millisecondsSince1970 / 1000 }
    return Reading.Event(
      uid: event.uid, sequence: Int64(event.sequence), stamp: seconds(now),
      modified: seconds(event.lastModified), start: seconds(event.start), end: seconds(event.end),
      summary: ICalendarText.plain(event.summary),
      location: event.location.map(ICalendarText.plain),
      description: event.details.map(ICalendarText.plain), status: event.status.rawValue,
      categories: event.categories.map(ICalendarText.plain),
      alarms: event.status == .cancelled ? [] : event.alarms)
  }
}

extension String {
  /// Equal only when nothing was normalised on the way.
  fileprivate var unicodes: [UInt32] { unicodeScalars.map(\.value) }
}
