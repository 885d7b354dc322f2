import CallbookModel

/// What one event loop's requests came to and how long they took; its loop alone counts, and
/// everybody may read.
final class LoopCounts: Sendable {
  /// What a request costs, which is not to be mixed in one distribution.
  enum Work: String, CaseIterable, Sendable {
    case session, read
    case longRead = "long_read"
    case change, upkeep
  }

  /// How an answer came out: a result, or a kind of error.
  private final class Outcomes: Sendable {
    private let counts = InlineArray<24, Counter> { _ in Counter() }

    func add(_ error: ErrorKind?) { counts[Self.place(of: error)].add() }

    subscript(error: ErrorKind?) -> Int { counts[Self.place(of: error)].count }

    private static func place(of error: ErrorKind?) -> Int {
      guard let error else { return 0 }
      return 1 + (ErrorKind.allCases.firstIndex(of: error) ?? 0)
    }
  }

  /// In nanoseconds, from 10 µs, which is less than a look-up, to 10 s.
  static let durationBounds = [
    10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000,
    25_000_000, 50_000_000, 100_000_000, 250_000_000, 500_000_000, 1_000_000_000, 2_500_000_000,
    10_000_000_000,
  ]

  /// One for each method of the table, in its order, and the last one for what names none of them.
  private let outcomes: [Outcomes]
  private let durations = Work.allCases.map { _ in HistogramCounter(bounds: durationBounds) }

  init(methods: Int) {
    outcomes = (0...methods).map { _ in Outcomes() }
  }

  /// - Parameters:
  ///   - method: its number in the table; nil when the line names none of them.
  ///   - error: nil when it was answered as asked.
  func answered(_ method: Int?, _ error: ErrorKind?) {
    outcomes[method ?? outcomes.count - 1].add(error)
  }

  func took(_ work: Work, nanoseconds: Int64) {
    durations[work.place].add(Int(nanoseconds))
  }

  func count(of method: Int?, _ error: ErrorKind?) -> Int {
    outcomes[method ?? outcomes.count - 1][error]
  }

  func duration(of work: Work) -> Histogram { durations[work.place].histogram }
}

extension LoopCounts.Work {
  fileprivate var place: Int {
    switch self {
    case .session: 0
    case .read: 1
    case .longRead: 2
    case .change: 3
    case .upkeep: 4
    }
  }
}
