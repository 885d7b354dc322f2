import CallbookModel

/// What everybody who reads the store shares in memory, derived from it.
struct ReadingMemory: Sendable {
  let names = NameIndex()
  let calendars: CalendarCache

  /// - Parameter zoneRules: nil for a zone that the machine does not know; that of ``StoreServices``.
  init(zoneRules: @escaping @Sendable (String) -> TimeZoneRules?) {
    calendars = CalendarCache(zoneRules: zoneRules)
  }
}
