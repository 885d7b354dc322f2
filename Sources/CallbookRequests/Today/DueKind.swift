import CallbookModel
import CallbookStore

/// A kind of thing that falls due: where it is found, and what to type for one of it.
struct DueKind: Sendable {
  /// As the wire names it: `review`.
  let name: String
  /// What is due before an instant, the earliest first, so many at most.
  let list: @Sendable (ReadTransaction, DueFilter, Int) throws(CallbookError) -> [DueThing]
  /// How much that is, and how much of it was due before the day began.
  let count: @Sendable (ReadTransaction, DueFilter, Instant) throws(CallbookError) -> DueCount
  let command: @Sendable (DueThing) -> String
}

extension DueKind {
  /// Every kind of thing that falls due: one line each.
  static let all: [DueKind] = [review]

  private static let review = DueKind(
    name: Review.noun,
    list: { store, filter, limit throws(CallbookError) in
      try store.dueReviews(filter, limit: limit)
    },
    count: { store, filter, dayStart throws(CallbookError) in
      try store.countDueReviews(filter, dayStart: dayStart)
    },
    command: { "callbook card \($0.contact)" })
}
