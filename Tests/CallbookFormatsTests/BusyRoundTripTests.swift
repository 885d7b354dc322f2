import CallbookModel
import CallbookTesting
import Foundation
import Testing

@testable import CallbookFormats

@Suite struct BusyRoundTripTests {
  private static let always = AppointmentSpan(
    from: Instant(millisecondsSince1970: 0), to: Instant(millisecondsSince1970: 4_000_000_000_000))

  @Test(arguments: [
    "Asia/Shanghai", "America/New_York", "Europe/Dublin", "Australia/Lord_Howe", "Etc/UTC",
  ]) func `what Callbook writes is read back exactly`(_ zone: String) throws {
    let seed = UInt64(20_261_126)
    print("seed of what is read back: \(seed)")
    var random = RandomEvents(seed: seed)
    let events = (0..<1500).map { _ in random.next() }
    let rules = try MachineZones.rules(zone)
    let writer = ICalendarWriter(
      name: "Callbook", zone: rules, at: Instant(millisecondsSince1970: 1_795_311_000_000))
    // Another shop reads it.
    let file = try BusyFile(
      ByteSource(bytes: writer.bytes(of: events)), window: Self.always,
      zone: MachineZones.rules("Asia/Kolkata"), zones: MachineZones.known)
    let busy = events.filter { $0.status != .cancelled }
      .map { BusyFile.Event(uid: $0.uid, span: AppointmentSpan(from: $0.start, to: $0.end)) }
    #expect(file.leftOut == [] && file.freeCount == events.count - busy.count)
    #expect(file.events.count == busy.count && Set(file.events) == Set(busy))
  }

  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("read-recurrence.py").path

  @Test func `another library says the same of when events recur`() throws {
    let seed = UInt64(20_261_127)
    print("seed of rules: \(seed)")
    var random = RandomRules(seed: seed)
    var cases: [(event: RandomRules.Event, window: AppointmentSpan)] = []
    for _ in 0..<700 {
      let date = CalendarDate(daysSince1970: Int64(12_000 + random.below(10_000)))
      let first = (date.daysSince1970 - 100 + Int64(random.below(3000))) * 86_400_000
      let start = Instant(millisecondsSince1970: first)
      let window = AppointmentSpan(
        from: start, to: start.advanced(byMilliseconds: Int64(random.below(500)) * 86_400_000))
      cases.append((random.next(from: date), window))
    }
    let said = try answers(to: cases)
    try #require(said.count == cases.count)
    for ((event, window), expected) in zip(cases, said) {
      let text = BusyReading.calendar([
        BusyReading.event([
          "DTSTART;TZID=\(event.zone):\(event.start)", "DURATION:PT1S", "RRULE:\(event.rule)",
        ])
      ])
      let file = try BusyFile(
        ByteSource(bytes: Array(text.utf8)), window: window,
        zone: MachineZones.rules("Asia/Shanghai"), zones: MachineZones.known)
      #expect(file.leftOut == [], "\(event)")
      let starts = file.events.map { $0.span.start.millisecondsSince1970 / 1000 }
      #expect(starts == expected, "\(event)")
    }
    #expect(said.count { $0.count > 1 } > 200)
  }

  private func answers(
    to cases: [(event: RandomRules.Event, window: AppointmentSpan)]
  ) throws -> [[Int64]] {
    let lines = cases.map { event, window in
      let seconds = [window.start, window.end].map { String($0.millisecondsSince1970 / 1000) }
      return ([event.zone, event.start, event.rule] + seconds).joined(separator: "\t") + "\n"
    }
    let area = try TestDirectory()
    try write(Array(lines.joined().utf8), to: area.file("rules"))
    let program = try Program(
      ["/usr/bin/python3", "-B", Self.script, area.file("rules")], output: area.file("said"))
    let code = program.wait()
    let said = bytes(of: area.file("said"))
    try #require(code == 0, "\(String(decoding: said, as: UTF8.self).suffix(2000))")
    return try JSONDecoder().decode([[Int64]].self, from: Data(said))
  }
}
