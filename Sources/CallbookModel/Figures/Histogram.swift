/// How often something came out at which size: what a ``HistogramCounter`` has counted so far.
package struct Histogram: Sendable, Equatable {
  /// The highest that still belongs to each bucket, in order; beyond the last one is one more.
  package let bounds: [Int]
  /// One longer than the bounds.
  package private(set) var counts: [Int]
  package private(set) var sum: Int

  package init(bounds: [Int], counts: [Int], sum: Int) {
    self.bounds = bounds
    self.counts = counts
    self.sum = sum
  }

  package var count: Int { counts.reduce(0, +) }

  /// Of the same bounds: those of several threads are one.
  package static func + (left: Histogram, right: Histogram) -> Histogram {
    Histogram(
      bounds: left.bounds, counts: zip(left.counts, right.counts).map { $0 + $1 },
      sum: left.sum + right.sum)
  }
}
