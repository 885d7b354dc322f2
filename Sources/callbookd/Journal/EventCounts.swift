import Synchronization

/// How often each kind of event came since the start, repetitions that were held back included.
final class EventCounts: Sendable {
  private let counts = Mutex([EventKind: Int]())

  func add(_ kind: EventKind) { counts.withLock { $0[kind, default: 0] += 1 } }

  subscript(kind: EventKind) -> Int { counts.withLock { $0[kind] ?? 0 } }
}
