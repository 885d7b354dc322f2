import CallbookModel
import Testing

struct QuietHoursCoveringTests {
  /// Every two spans that begin and end at a full second hour: minute by minute, both are covered,
  /// and no shorter span would do.
  @Test func `the span that covers two is the shortest`() {
    let hours = Array(stride(from: 0, to: 1440, by: 180))
    let spans = hours.flatMap { start in
      hours.filter { $0 != start }.map { QuietHours(startMinute: start, endMinute: $0) }
    }
    func minutes(_ span: QuietHours) -> Set<Int> {
      Set(stride(from: 0, to: 1440, by: 90).filter { span.contains(minuteOfDay: $0) })
    }
    for one in spans {
      for other in spans {
        let wanted = minutes(one).union(minutes(other))
        let shortest = spans.map(minutes).filter { $0.isSuperset(of: wanted) }.map(\.count).min()
        let covering = one.covering(other).map(minutes)
        #expect(covering?.count == shortest, "\(one) \(other)")
        #expect(covering?.isSuperset(of: wanted) ?? true, "\(one) \(other)")
      }
    }
  }
}
