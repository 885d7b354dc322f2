package import CallbookModel
import Synchronization

/// What everybody may know of the waiting reminders without asking the store: kept by the writer.
package final class ScheduleState: Sendable {
  package struct Figures: Sendable, Equatable {
    /// How many reminders wait.
    package fileprivate(set) var pending = 0
    /// When the next of them is due; nil when none waits.
    package fileprivate(set) var next: Instant?
    /// Whether reminders are being planned again by changed rules.
    package fileprivate(set) var isReplanning = false
    package fileprivate(set) var lateness = Lateness()

    /// Nothing waits.
    package init() {}
  }

  private let figures: Mutex<Figures>
  private let listeners = Mutex<[@Sendable () -> Void]>([])

  init(_ figures: Figures = Figures()) {
    self.figures = Mutex(figures)
  }

  package var current: Figures { figures.withLock { $0 } }

  /// Calls when another instant is the next, or planning again has become due; on the writer's
  /// thread: it has to be quick.
  package func onMove(_ listener: @escaping @Sendable () -> Void) {
    listeners.withLock { $0.append(listener) }
  }

  /// - Parameter next: who is next now, where that had to be looked up.
  func apply(_ change: ScheduleChange, next: Instant??) {
    let isMoved = figures.withLock { figures in
      let before = (figures.next, figures.isReplanning)
      figures.pending += change.pending
      if let next {
        figures.next = next
      } else if let earliest = change.earliest {
        figures.next = min(figures.next ?? earliest, earliest)
      }
      figures.isReplanning = change.isReplanning ?? figures.isReplanning
      for milliseconds in change.lateness { figures.lateness.add(milliseconds) }
      return before != (figures.next, figures.isReplanning)
    }
    guard isMoved else { return }
    for listener in listeners.withLock({ $0 }) { listener() }
  }
}

extension ScheduleState.Figures {
  /// As the store holds them at its start.
  ///
  /// - Parameter known: how many wait, where that need not be counted.
  init(_ sql: SQLConnection, pending known: Int?) throws(CallbookError) {
    pending = if let known { known } else { try Self.countPending(sql) }
    next = try sql.nextWake()
    isReplanning =
      try sql.first("SELECT replan_kind IS NOT NULL FROM schedule") { $0.boolean(0) } ?? false
  }

  private static func countPending(_ sql: SQLConnection) throws(CallbookError) -> Int {
    try sql.first("SELECT count(*) FROM reminder WHERE state = 'pending'") { Int($0.integer(0)) }
      ?? 0
  }
}

extension SQLConnection {
  /// When the next waiting reminder is to be looked at.
  func nextWake() throws(CallbookError) -> Instant? {
    try first(
      """
      SELECT coalesce(retry_at, due) FROM reminder WHERE state = 'pending'
      ORDER BY coalesce(retry_at, due) LIMIT 1
      """
    ) { $0.instant(0) }
  }
}
