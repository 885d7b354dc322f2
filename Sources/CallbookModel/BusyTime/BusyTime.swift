/// When a member of staff has something else to do, by a calendar of their own.
///
/// What it is stays in that calendar: the register knows from when until when, and no more.
package struct BusyTime: Codable, Sendable, Equatable {
  package let user: String
  package let start: Instant
  /// The first instant that is free again.
  package let end: Instant

  package init(user: String, span: AppointmentSpan) {
    self.user = user
    start = span.start
    end = span.end
  }

  package var span: AppointmentSpan { AppointmentSpan(from: start, to: end) }

  private enum CodingKeys: String, CodingKey {
    case user
    case start = "start_at"
    case end = "end_at"
  }
}

extension AppointmentSpan {
  /// The same time in as few spans as there can be, in order: what overlaps or touches is one.
  package static func union(of spans: [Self]) -> [Self] {
    var union: [Self] = []
    for span in spans.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if let last = union.last, span.start <= last.end {
        union[union.count - 1] = Self(from: last.start, to: max(last.end, span.end))
      } else {
        union.append(span)
      }
    }
    return union
  }
}
