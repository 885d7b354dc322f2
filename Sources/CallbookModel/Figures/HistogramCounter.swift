/// Counts sizes in buckets, on one thread; every thread may read them.
package final class HistogramCounter: Sendable {
  private static let mostBounds = 24

  private let bounds: [Int]
  private let counts = InlineArray<25, Counter> { _ in Counter() }
  private let sum = Counter()

  /// - Parameter bounds: ascending, at most 24.
  package init(bounds: [Int]) {
    precondition(bounds.count <= Self.mostBounds)
    self.bounds = bounds
  }

  /// On the one thread that counts.
  package func add(_ size: Int) {
    // From below: most sizes are small, so that this ends after a step or two.
    var bucket = 0
    while bucket < bounds.count, size > bounds[bucket] { bucket += 1 }
    counts[bucket].add()
    sum.add(size)
  }

  package var histogram: Histogram {
    Histogram(
      bounds: bounds, counts: (0...bounds.count).map { counts[$0].count }, sum: sum.count)
  }
}
