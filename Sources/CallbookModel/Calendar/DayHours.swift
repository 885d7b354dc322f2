/// When the shop is open on one day; written `09:00-12:00,13:30-18:00`, or `closed`.
package struct DayHours: Hashable, Sendable {
  /// In order, apart from each other; none when the shop is closed.
  package let spans: [OpeningSpan]

  package static let closed = DayHours(ordered: [])

  /// - Parameter spans: in order; those that touch become one.
  /// - Returns: nil when some overlap or are out of order, or there are more than 24.
  package init?(_ spans: [OpeningSpan]) {
    // More spans than hours in a day are a slip, and days are looked at often.
    guard spans.count <= 24 else { return nil }
    var apart: [OpeningSpan] = []
    for span in spans {
      guard let last = apart.last else {
        apart.append(span)
        continue
      }
      guard span.fromMinute >= last.toMinute else { return nil }
      let isTouching = span.fromMinute == last.toMinute
      let joined = OpeningSpan(fromMinute: last.fromMinute, toMinute: span.toMinute)
      if isTouching, let joined { apart[apart.count - 1] = joined } else { apart.append(span) }
    }
    self.spans = apart
  }

  private init(ordered spans: [OpeningSpan]) {
    self.spans = spans
  }

  package var isClosed: Bool { spans.isEmpty }

  /// By the local clock.
  package var minutes: Int { spans.reduce(0) { $0 + $1.toMinute - $1.fromMinute } }
}

extension DayHours: TextCoded {
  package static var notRead: String {
    "is not opening hours; write them as 09:00-12:00,13:30-18:00 or as closed"
  }

  package var description: String {
    isClosed ? "closed" : spans.map(\.description).joined(separator: ",")
  }

  package init?(_ description: String) {
    if description.lowercased() == "closed" {
      self = .closed
      return
    }
    var spans: [OpeningSpan] = []
    for part in description.split(separator: ",", omittingEmptySubsequences: false) {
      guard let span = OpeningSpan(String(part.filter { $0 != " " })) else { return nil }
      spans.append(span)
    }
    self.init(spans)
  }
}
