import CallbookModel

/// What everybody who reads the store shares in memory, derived from it.
struct ReadingMemory: Sendable {
  let names = NameIndex()
  let calendars: CalendarCache

  init(_ services: StoreServices) {
    calendars = CalendarCache(shipped: services.shippedYears, zoneRules: services.zoneRules)
  }

  /// - Parameter zoneRules: nil for a zone that the machine does not know.
  init(zoneRules: @escaping @Sendable (String) -> TimeZoneRules?) {
    calendars = CalendarCache(shipped: WorkYear.shipped, zoneRules: zoneRules)
  }
}
