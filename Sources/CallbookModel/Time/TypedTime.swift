/// A time or a day as people type it: `tomorrow 9:30`, `fri 14:00`, `+3d`, `12-01`, `下周一 9点半`,
/// `两小时后`, or RFC 3339.
///
/// It is resolved against a moment and a zone that are handed in; what was typed is never remembered.
package struct TypedTime: Hashable, Sendable {
  /// Why there is no such time.
  package enum Problem: Error, Hashable, Sendable {
    /// It is none of the forms.
    case unreadable
    /// A time of day, or a moment, where a day is wanted.
    case noDay
    /// The clocks are set forward over it: the last minute before and the first one after.
    case skipped(Instant, Instant)
    /// The clocks are set back and show it twice.
    case repeated(Instant, Instant)
  }

  /// What the text says, before it is asked whether a clock ever shows it.
  enum Reading: Hashable, Sendable {
    case moment(Instant)
    case day(CalendarDate)
    case local(LocalTime)
    /// So many days from now, at the time of day that it is.
    case shifted(LocalTime)
  }

  private let reading: Reading
  private let now: Instant
  private let zone: TimeZoneRules

  package static func == (left: Self, right: Self) -> Bool {
    left.reading == right.reading && left.now == right.now && left.zone.name == right.zone.name
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(reading)
    hasher.combine(now)
    hasher.combine(zone.name)
  }

  /// - Parameter now: what `tomorrow` and `+2h` count from.
  package static func parse(
    _ text: String, now: Instant, zone: TimeZoneRules
  ) throws(Problem) -> TypedTime {
    if let instant = Instant(text) {
      return TypedTime(reading: .moment(instant), now: now, zone: zone)
    }
    var reader = TypedTimeReader(text, now: now, zone: zone)
    guard let reading = reader.read() else { throw .unreadable }
    return TypedTime(reading: reading, now: now, zone: zone)
  }

  /// A day alone is its beginning, and today is now.
  ///
  /// - Throws: where the clocks never show that time, or show it twice.
  package func instant() throws(Problem) -> Instant {
    switch reading {
    case .moment(let instant): return instant
    case .day(let date):
      if date == zone.local(now).date { return now }
      switch zone.instants(of: LocalTime(date, minuteOfDay: 0)) {
      case .one(let start), .two(let start, _), .none(_, let start): return start
      }
    case .local(let local), .shifted(let local):
      switch zone.instants(of: local) {
      case .one(let instant): return instant
      case .none(let before, let after): throw .skipped(before, after)
      case .two(let first, let second): throw .repeated(first, second)
      }
    }
  }

  /// - Throws: `noDay` for a time of day.
  package func day() throws(Problem) -> CalendarDate {
    switch reading {
    case .day(let date): return date
    case .shifted(let local): return local.date
    case .moment, .local: throw .noDay
    }
  }
}

extension TimeZoneRules {
  /// RFC 3339 to the second, with the offset that holds then: `2026-11-27T14:00:00+08:00`.
  package func text(_ instant: Instant) -> String {
    let second = local(instant).millisecondOfDay / 1000 % 60
    let time = local(instant).description.replacing(" ", with: "T")
    return "\(time):\(second < 10 ? "0" : "")\(second)\(offsetText(at: instant))"
  }

  /// `+08:00`.
  package func offsetText(at instant: Instant) -> String {
    let minutes = offsetSeconds(at: instant) / 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return (minutes < 0 ? "-" : "+") + two(abs(minutes) / 60) + ":" + two(abs(minutes) % 60)
  }
}
