import CallbookModel

/// A DATE or a DATE-TIME and the clocks that show it.
struct ICalendarTime {
  let local: LocalTime
  let clock: ICalendarClock
  /// Without a time of day: what begins then goes on all day.
  let isDate: Bool

  var instant: Instant { clock.instant(of: local) }

  /// The same time of another day.
  func on(_ date: CalendarDate) -> Self {
    Self(
      local: LocalTime(date, millisecondOfDay: local.millisecondOfDay), clock: clock,
      isDate: isDate)
  }
}
