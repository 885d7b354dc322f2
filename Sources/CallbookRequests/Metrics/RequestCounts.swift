import CallbookModel
import Synchronization

/// What the requests of all event loops came to: each loop counts for itself, and the sums are made
/// when somebody asks.
package final class RequestCounts: Sendable {
  private let loops = Mutex<[LoopCounts]>([])

  package init() {}

  /// The counts of one more loop.
  func makeLoop(methods: Int) -> LoopCounts {
    let counts = LoopCounts(methods: methods)
    loops.withLock { $0.append(counts) }
    return counts
  }

  /// - Parameter method: its number in the table; nil for lines that named none of them.
  func count(of method: Int?, _ error: ErrorKind?) -> Int {
    loops.withLock { $0 }.reduce(0) { $0 + $1.count(of: method, error) }
  }

  func duration(of work: LoopCounts.Work) -> Histogram {
    let bounds = LoopCounts.durationBounds
    let none = Histogram(
      bounds: bounds, counts: Array(repeating: 0, count: bounds.count + 1), sum: 0)
    return loops.withLock { $0 }.reduce(none) { $0 + $1.duration(of: work) }
  }
}
