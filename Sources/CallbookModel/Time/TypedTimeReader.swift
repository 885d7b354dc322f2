/// Reads what was typed for a time, word by word; whatever is left over makes it unreadable.
struct TypedTimeReader {
  private var words: TypedWords
  private let now: Instant
  private let zone: TimeZoneRules
  private var local: LocalTime { zone.local(now) }
  private var today: CalendarDate { local.date }

  init(_ text: String, now: Instant, zone: TimeZoneRules) {
    words = TypedWords(text)
    self.now = now
    self.zone = zone
  }

  mutating func read() -> TypedTime.Reading? {
    if words.take(["now", "现在"]) { return words.isAtEnd ? .moment(now) : nil }
    if let reading = attempt({ $0.shift() }) { return reading }
    if let reading = attempt({ $0.dayAndClock() }) { return reading }
    return attempt { reader in reader.words.clock().map { .local(reader.next($0)) } }
  }

  /// Takes nothing unless it takes everything.
  private mutating func attempt(
    _ read: (inout Self) -> TypedTime.Reading?
  ) -> TypedTime.Reading? {
    var copy = self
    guard let reading = read(&copy), copy.words.isAtEnd else { return nil }
    self = copy
    return reading
  }

  /// The next time at which the clock shows it.
  private func next(_ minuteOfDay: Int) -> LocalTime {
    let time = LocalTime(today, minuteOfDay: minuteOfDay)
    return time > local ? time : LocalTime(today.advanced(byDays: 1), minuteOfDay: minuteOfDay)
  }

  // MARK: From now

  /// `+3d`, `+1h30m`, `in 2 hours`, `3天后`, `两小时后`; with a time of day behind days.
  private mutating func shift() -> TypedTime.Reading? {
    guard let shift = words.shift() else { return nil }
    let date = today.advanced(byDays: shift.days)
    // Seconds are nobody's intention.
    let time = LocalTime(date, minuteOfDay: local.minuteOfDay)
    guard shift.minutes == 0 else {
      guard shift.days == 0 else { return nil }
      let minute = now.millisecondsSince1970.quotientAndRemainderFlooring(by: 60_000).0
      return .moment(Instant(millisecondsSince1970: (minute + shift.minutes) * 60_000))
    }
    words.skipAt()
    return words.isAtEnd
      ? .shifted(time) : words.clock().map { .local(LocalTime(date, minuteOfDay: $0)) }
  }

  // MARK: Days

  private mutating func dayAndClock() -> TypedTime.Reading? {
    guard let day = words.day() else { return nil }
    words.skipAt()
    let clock = words.isAtEnd ? nil : words.clock()
    guard words.isAtEnd, let date = date(of: day, clock) else { return nil }
    return clock.map { .local(LocalTime(date, minuteOfDay: $0)) } ?? .day(date)
  }

  private func date(of day: TypedDay, _ clock: Int?) -> CalendarDate? {
    switch day {
    case .fromToday(let days): return today.advanced(byDays: days)
    case .weekday(let weekday, weeks: let weeks?):
      let monday = today.advanced(byDays: 1 - Int64(today.weekday.rawValue))
      return monday.advanced(byDays: weeks * 7 + Int64(weekday.rawValue) - 1)
    case .weekday(let weekday, weeks: nil):
      let days = Int64((weekday.rawValue - today.weekday.rawValue + 7) % 7)
      // The same weekday is today only for a time that is still to come.
      let isToday = days == 0 && clock.map { LocalTime(today, minuteOfDay: $0) > local } ?? false
      return today.advanced(byDays: days == 0 && !isToday ? 7 : days)
    case .date(let date): return date
    case .ofYear(let month, let dayOfMonth):
      // The next one; 29 February may be years away.
      return (0...8).lazy
        .compactMap { CalendarDate(year: today.year + $0, month: month, day: dayOfMonth) }
        .first { $0 >= today }
    }
  }
}

/// What stands for a day, before it is known which one that is.
enum TypedDay: Equatable {
  case fromToday(Int64)
  /// Of the week that many weeks from this one; the next one when it is not said.
  case weekday(Weekday, weeks: Int64?)
  case date(CalendarDate)
  case ofYear(month: Int, day: Int)
}
