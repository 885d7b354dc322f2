/// A point in time that a work calendar gave.
package struct PlannedInstant: Hashable, Sendable {
  package let instant: Instant
  /// Whether a day in between lies in a year whose holidays are not known yet: to be planned again
  /// when they are.
  package let isProvisional: Bool

  package init(instant: Instant, isProvisional: Bool) {
    self.instant = instant
    self.isProvisional = isProvisional
  }
}

/// A day that a work calendar gave.
package struct PlannedDate: Hashable, Sendable {
  package let date: CalendarDate
  /// As a planned instant's.
  package let isProvisional: Bool

  package init(date: CalendarDate, isProvisional: Bool) {
    self.date = date
    self.isProvisional = isProvisional
  }
}
