/// What was published for a year: its days off, and the days of weekends that are worked in exchange
/// (调休). A day may lie in the December before, where a holiday begins there.
package struct WorkYear: Hashable, Sendable {
  package var off: Set<CalendarDate>
  package var on: Set<CalendarDate>
  /// Who published it and when.
  package var source: String

  package init(off: Set<CalendarDate>, on: Set<CalendarDate>, source: String) {
    self.off = off
    self.on = on
    self.source = source
  }
}
