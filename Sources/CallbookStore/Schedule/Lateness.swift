package import CallbookModel

/// How long after they were due reminders fired since the start, in classes.
package struct Lateness: Sendable, Equatable {
  /// The upper bounds of the classes in milliseconds; beyond the last there is one more class.
  package static let bounds: [Int64] = [1, 2, 5, 10, 20, 50, 100, 1000, 60_000]

  /// How many fired in each class.
  package private(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
  /// Of all together, in milliseconds.
  package private(set) var sum: Int64 = 0

  package init() {}

  package var count: Int { counts.reduce(0, +) }

  /// In milliseconds.
  package var histogram: Histogram {
    Histogram(bounds: Self.bounds.map { Int($0) }, counts: counts, sum: Int(sum))
  }

  package mutating func add(_ milliseconds: Int64) {
    counts[Self.bounds.firstIndex { milliseconds <= $0 } ?? Self.bounds.count] += 1
    sum += milliseconds
  }
}
