/// What was published for a year: its days off, and the days of weekends that are worked in exchange
/// (调休). A day may lie in the December before, where a holiday begins there.
package struct WorkYear: Hashable, Sendable {
  package var off: Set<CalendarDate>
  package var on: Set<CalendarDate>
  /// What its days are called, such as 春节; a worked day is called as the holiday that it makes up for.
  /// Days without a name are not in it.
  package var names: [CalendarDate: String]
  /// Who published it and when.
  package var source: String

  package init(
    off: Set<CalendarDate>, on: Set<CalendarDate>, names: [CalendarDate: String] = [:],
    source: String
  ) {
    self.off = off
    self.on = on
    self.names = names
    self.source = source
  }

  /// Days on end of one name, in order.
  package var namedSpans: [(span: DateSpan, name: String)] {
    Dictionary(grouping: names.keys) { names[$0] ?? "" }
      .flatMap { name, days in DateSpan.covering(days).map { (span: $0, name: name) } }
      .sorted { $0.span.first < $1.span.first }
  }

  /// `off 2027-01-01/2027-01-03 …; on 2027-01-09 …; named 2027-01-01/2027-01-03 元旦 …`: all but who
  /// says so.
  package var text: String {
    let texts = [("off", off), ("on", on)].map { word, days in
      ([word] + DateSpan.covering(days).map(\.description)).joined(separator: " ")
    }
    let named = namedSpans.map { "\($0.span) \($0.name)" }
    return (texts + (named.isEmpty ? [] : [(["named"] + named).joined(separator: " ")]))
      .joined(separator: "; ")
  }
}
