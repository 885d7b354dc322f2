/// One or more days on end: `2026-05-01`, or `2026-05-01/2026-05-05` with both ends (ISO 8601).
package struct DateSpan: Hashable, Sendable {
  package let first: CalendarDate
  package let last: CalendarDate

  /// - Returns: nil when the last lies before the first, or more than a year after it.
  package init?(first: CalendarDate, last: CalendarDate) {
    guard first <= last, last.daysSince1970 - first.daysSince1970 <= 366 else { return nil }
    self.first = first
    self.last = last
  }

  package var days: [CalendarDate] {
    (first.daysSince1970...last.daysSince1970).map { CalendarDate(daysSince1970: $0) }
  }

  /// The fewest spans that have exactly these days, in order.
  package static func covering(_ days: some Sequence<CalendarDate>) -> [DateSpan] {
    var spans: [DateSpan] = []
    for day in Set(days).sorted() {
      let isNext = spans.last.map { $0.last.advanced(byDays: 1) == day } ?? false
      let grown = isNext ? spans.last.flatMap { DateSpan(first: $0.first, last: day) } : nil
      if let grown { spans[spans.count - 1] = grown } else { spans.append(DateSpan(day)) }
    }
    return spans
  }

  package init(_ day: CalendarDate) {
    first = day
    last = day
  }
}

extension DateSpan: TextCoded {
  package static var notRead: String {
    "is not a span of days; write one as 2026-05-01/2026-05-05, or a single day as 2026-05-01"
  }

  package var description: String { first == last ? "\(first)" : "\(first)/\(last)" }

  package init?(_ description: String) {
    let ends = description.split(separator: "/", omittingEmptySubsequences: false)
      .map { CalendarDate(String($0)) }
    switch ends.count {
    case 1:
      guard let day = ends[0] else { return nil }
      self.init(day)
    case 2:
      guard let first = ends[0], let last = ends[1] else { return nil }
      self.init(first: first, last: last)
    default: return nil
    }
  }
}
