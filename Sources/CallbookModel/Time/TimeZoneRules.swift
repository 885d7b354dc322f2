/// What the clocks of a time zone show at any point in time: an entry of the tz database, as a TZif
/// file (RFC 9636) holds it.
package struct TimeZoneRules: Sendable {
  /// `Asia/Shanghai`.
  package let name: String
  private let table: ZoneTable

  /// - Parameter tzif: the bytes of the zone's file.
  /// - Throws: when they are damaged, or count leap seconds, which `Instant` does not.
  package init(name: String, tzif: [UInt8]) throws(CallbookError) {
    var reader = ZoneFileReader(name: name, bytes: tzif)
    table = try reader.read()
    self.name = name
  }

  /// Coordinated Universal Time, for where no zone is known.
  package static let utc = TimeZoneRules(name: "UTC", table: ZoneTable(offset: 0))

  private init(name: String, table: ZoneTable) {
    self.name = name
    self.table = table
  }

  /// Seconds east of UTC.
  package func offsetSeconds(at instant: Instant) -> Int {
    Int(table.offset(at: instant.secondsSince1970))
  }

  package func local(_ instant: Instant) -> LocalTime {
    LocalTime(
      millisecondsAsUTC: instant.millisecondsSince1970 + Int64(offsetSeconds(at: instant)) * 1000)
  }

  package func instants(of local: LocalTime) -> LocalReading {
    let (wall, milliseconds) = local.millisecondsAsUTC.quotientAndRemainderFlooring(by: 1000)
    let window = (wall - Self.farthestOffset)...(wall + Self.farthestOffset)
    var offset = table.offset(at: window.lowerBound)
    let changes = table.changes(in: window)
    guard !changes.isEmpty else {
      return .one(Instant(millisecondsSince1970: (wall - offset) * 1000 + milliseconds))
    }
    var readings: [Instant] = []
    var start = Int64.min
    for (place, end) in (changes.map(\.at) + [Int64.max]).enumerated() {
      if (start..<end).contains(wall - offset) {
        readings.append(Instant(millisecondsSince1970: (wall - offset) * 1000 + milliseconds))
      }
      start = end
      if place < changes.count { offset = changes[place].after }
    }
    guard let first = readings.first, let last = readings.last else {
      let gap = changes.first { $0.at + $0.after > wall } ?? changes[0]
      return .none(
        before: Instant(millisecondsSince1970: (gap.at - 60) * 1000),
        after: Instant(millisecondsSince1970: gap.at * 1000))
    }
    return readings.count == 1 ? .one(first) : .two(first, last)
  }

  /// The point in time at which the clocks show a minute of a day: the first after the gap when
  /// they never do, the first of the two when they do twice.
  /// - Parameter minuteOfDay: 0 to 1440, which is the next midnight.
  package func instant(on date: CalendarDate, at minuteOfDay: Int) -> Instant {
    switch instants(of: LocalTime(date, minuteOfDay: minuteOfDay)) {
    case .one(let instant), .two(let instant, _), .none(_, after: let instant): instant
    }
  }

  /// When clocks are set between two points in time, both included, in order.
  package func changes(from first: Instant, through last: Instant) -> [ClockChange] {
    guard first <= last else { return [] }
    return table.changes(in: first.secondsSince1970...last.secondsSince1970).map(ClockChange.init)
  }

  /// When clocks were set for the last time until then; nil when they never were.
  package func lastChange(notAfter instant: Instant) -> ClockChange? {
    table.lastChange(notAfter: instant.secondsSince1970).map(ClockChange.init)
  }

  /// Seconds; no file's offset is greater (RFC 9636 section 3.2 has −89,999 to 93,599).
  private static let farthestOffset: Int64 = 93_600
}

extension Instant {
  /// Rounded down.
  var secondsSince1970: Int64 {
    millisecondsSince1970.quotientAndRemainderFlooring(by: 1000).0
  }
}
