import Synchronization

/// Counts the turns of a thread, for whoever watches whether it still makes any.
final class TurnCount: Sendable {
  private let turns = Atomic(0)

  var count: Int { turns.load(ordering: .relaxed) }

  func add() { turns.add(1, ordering: .relaxed) }
}
