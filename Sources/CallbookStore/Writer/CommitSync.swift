import CLogBuffer
import CallbookModel
import Dispatch
internal import GRDBSQLite
import Synchronization

/// Brings commits to the disk, and then answers those whose changes they hold.
///
/// On a thread of its own, beside the writer, who runs the next group meanwhile: the commits that come
/// while one sync takes its time share the next. Somebody who reads may so see a change a moment before
/// it is durable; whoever is told that it was made, or follows the ledger, never does.
final class CommitSync: Sendable {
  /// How many groups may wait for the disk: then the writer does, too.
  private static let mostGroups = 16

  /// Where the log's C object is, whose functions may be called by the writer and by this at once; 0 where
  /// commits have to be synced as they are made.
  private let address: UInt
  private let health: HealthState
  private let committed: CommitSink
  private let counts: CommitCounts
  private let turns: TurnCount
  private let services: StoreServices
  private let queue = DispatchQueue(label: "callbook.sync")
  private let waiting = Mutex<[CommittedGroup]>([])
  private let room = DispatchSemaphore(value: mostGroups)

  init(
    _ sql: SQLConnection, health: HealthState, committed: CommitSink, counts: CommitCounts,
    turns: TurnCount, services: StoreServices
  ) {
    let log = callbook_log_of(UnsafeMutableRawPointer(sql.handle))
    address = log.map { UInt(bitPattern: $0) } ?? 0
    self.health = health
    self.committed = committed
    self.counts = counts
    self.turns = turns
    self.services = services
  }

  private var log: OpaquePointer? { OpaquePointer(bitPattern: address) }

  /// Commits, and leaves the sync to the group that is settled next. For the writer's thread only.
  func withoutSync(_ commit: () throws(CallbookError) -> Void) throws(CallbookError) {
    guard let log else { return try commit() }
    callbook_log_leave_syncs(log, 1)
    defer { callbook_log_leave_syncs(log, 0) }
    try commit()
  }

  /// Brings a group to the disk and answers it: by the calling thread, which is the writer's, where it
  /// has nothing better to do and nobody is before the group.
  func settle(_ group: CommittedGroup, atOnce: Bool) {
    if atOnce, waiting.withLock(\.isEmpty) { return settle([group]) }
    room.wait()
    let isFirst = waiting.withLock { waiting in
      waiting.append(group)
      return waiting.count == 1
    }
    if isFirst { queue.async { self.settleWaiting() } }
  }

  /// Returns once everybody is answered.
  func finish() { queue.sync {} }

  private func settleWaiting() {
    var isMore = true
    while isMore {
      let groups = waiting.withLock(\.self)
      settle(groups)
      // They were waiting until now: the writer settles nothing by itself meanwhile.
      isMore = waiting.withLock { waiting in
        waiting.removeFirst(groups.count)
        return !waiting.isEmpty
      }
      for _ in groups { room.signal() }
    }
  }

  private func settle(_ groups: [CommittedGroup]) {
    if groups.contains(where: \.hasChanges), !isSynced() { health.become(.failed) }
    let ended = services.monotonicNanoseconds()
    for group in groups {
      // After a failure even what changed nothing is in doubt: it may rest on a change that is.
      guard health.current != .failed else {
        CommittedGroup.fail(group.answers, with: .commitInDoubt)
        continue
      }
      complete(group, ended)
    }
    turns.add()
  }

  /// Never again after a failure: the system would say that all is well, of pages that it dropped.
  private func isSynced() -> Bool {
    guard health.current != .failed else { return false }
    guard let log else { return true }
    return callbook_log_sync(log) == SQLITE_OK
  }

  private func complete(_ group: CommittedGroup, _ endedNanoseconds: Int64) {
    if group.hasChanges {
      counts.syncNanoseconds.add(Int(endedNanoseconds - group.beganNanoseconds))
      counts.changes.add(group.answers.count)
    }
    if let planning = group.planning { committed.publish(planning) }
    committed.schedule.apply(group.schedule, next: group.next)
    committed.apply(group.effects, tail: group.tail)
    for (job, result) in group.answers { job.completion(result) }
  }
}
