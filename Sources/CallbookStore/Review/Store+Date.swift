package import CallbookModel

extension Store {
  /// The day that the shop's clocks show at an instant.
  package func date(at instant: Instant) -> CalendarDate {
    committed.planning.calendar.zone.local(instant).date
  }
}
