import CallbookModel

/// When an event does not take place although its rule says so.
struct BusyExceptions {
  private var starts: Set<Instant> = []
  private var hasDates = false
  private var hasTimes = false

  mutating func insert(_ time: ICalendarTime) {
    starts.insert(time.instant)
    if time.isDate { hasDates = true } else { hasTimes = true }
  }

  func contains(_ start: Instant) -> Bool { starts.contains(start) }

  /// Whether it is clear which occurrences they are: days of what goes on all day, else times.
  func fit(_ start: ICalendarTime) -> Bool { start.isDate ? !hasTimes : !hasDates }
}
