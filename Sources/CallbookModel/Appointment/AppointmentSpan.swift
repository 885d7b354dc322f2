/// From when until when something takes place: the end is the first instant that is free again.
package struct AppointmentSpan: Hashable, Sendable {
  package let start: Instant
  package let end: Instant

  /// Minutes; nothing that is booked goes on over more than a day. Whatever overlaps a span is so found
  /// among what starts at most this long before it.
  package static let durations = 1...1440

  package static let longestMilliseconds = Int64(durations.upperBound) * 60_000

  /// - Parameter minutes: one of ``durations``.
  package init(from start: Instant, minutes: Int) {
    self.start = start
    end = start.advanced(byMilliseconds: Int64(minutes) * 60_000)
  }

  package init(from start: Instant, to end: Instant) {
    self.start = start
    self.end = end
  }

  package var minutes: Int {
    Int((end.millisecondsSince1970 - start.millisecondsSince1970) / 60_000)
  }

  package func overlaps(_ other: Self) -> Bool { start < other.end && other.start < end }

  package func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }

  package func contains(_ other: Self) -> Bool { start <= other.start && other.end <= end }

  /// How many of the others there are at most at any one instant of this span.
  package func mostAtOnce(of others: [Self]) -> Int {
    let overlapping = others.filter(overlaps)
    let ends = overlapping.map(\.end).sorted()
    var (count, most, ended) = (0, 0, 0)
    // The number grows only where one of them begins.
    for begin in overlapping.map(\.start).sorted() {
      count += 1
      while ends[ended] <= begin {
        count -= 1
        ended += 1
      }
      most = max(most, count)
    }
    return most
  }
}
