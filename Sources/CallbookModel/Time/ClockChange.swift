/// Clocks of a time zone are set.
package struct ClockChange: Hashable, Sendable {
  /// The first instant at which they show the new time.
  package let at: Instant
  /// Seconds east of UTC until then.
  package let before: Int
  /// Seconds east of UTC from then on.
  package let after: Int
  /// Whether summer time begins; where a zone has a winter time instead, that.
  package let isSummer: Bool

  init(_ change: ZoneTable.Change) {
    at = Instant(millisecondsSince1970: change.at * 1000)
    before = Int(change.before)
    after = Int(change.after)
    isSummer = change.isSummer
  }
}
