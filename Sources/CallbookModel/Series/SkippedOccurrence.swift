/// An occurrence of a series that was not booked: no time of its day could be had.
package struct SkippedOccurrence: Codable, Sendable, Equatable {
  /// When the series has it.
  package let occurrence: Instant
  /// The rules of booking that were in the way, by name.
  package let checks: [String]
  package let at: Instant

  package init(occurrence: Instant, checks: [String], at: Instant) {
    self.occurrence = occurrence
    self.checks = checks
    self.at = at
  }
}
