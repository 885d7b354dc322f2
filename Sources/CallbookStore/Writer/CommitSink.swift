import CallbookModel
import Synchronization

/// Where the writer tells what became durable: indexes in memory, and everybody who follows the ledger.
final class CommitSink: Sendable {
  private let names: NameIndex
  private let head: Atomic<Int64>
  private let durableTail: Mutex<LedgerTail>
  private let staffGeneration = Atomic<Int>(0)
  private let shopGeneration = Atomic<Int>(0)
  private let fieldGeneration = Atomic<Int>(0)
  private let listeners = Mutex<[@Sendable () -> Void]>([])
  private let observer: any StoreObserver
  let schedule: ScheduleState
  let snapshots = KeptSnapshots()
  private let rules: Mutex<Planning>
  /// Of claims that left something due: a mass of overdue reminders is said once, with its count.
  private let claimed = Mutex(ClaimReport())

  init(
    names: NameIndex, tail: LedgerTail, schedule: ScheduleState, planning: Planning,
    observer: any StoreObserver
  ) {
    rules = Mutex(planning)
    self.names = names
    self.schedule = schedule
    self.observer = observer
    head = Atomic(tail.seq)
    durableTail = Mutex(tail)
  }

  /// The newest durable entry of the ledger.
  var headSeq: Int64 { head.load(ordering: .acquiring) }

  /// The end of the ledger that is durable.
  var tail: LedgerTail { durableTail.withLock { $0 } }

  /// Grows whenever somebody's roles may have changed.
  var staff: Int { staffGeneration.load(ordering: .acquiring) }

  /// Grows whenever the shop's settings changed.
  var shop: Int { shopGeneration.load(ordering: .acquiring) }

  /// The rules that reminders are planned by.
  var planning: Planning { rules.withLock { $0 } }

  /// Lets everybody know other rules.
  func publish(_ planning: Planning) { rules.withLock { $0 = planning } }

  /// Grows whenever custom fields were defined or changed.
  var fields: Int { fieldGeneration.load(ordering: .acquiring) }

  func listen(_ listener: @escaping @Sendable () -> Void) {
    listeners.withLock { $0.append(listener) }
  }

  func apply(_ effects: [CommitEffect], tail: LedgerTail) {
    snapshots.noteCommit()
    var entries: [NameIndex.Entry] = []
    for effect in effects {
      switch effect {
      case .indexed(let entry): entries.append(entry)
      case .unindexed(let id):
        // In the order in which they happened: it may have been named a moment before.
        names.insert(entries)
        entries = []
        names.remove([id.number])
      case .staffChanged: staffGeneration.add(1, ordering: .releasing)
      case .shopChanged: shopGeneration.add(1, ordering: .releasing)
      case .fieldsChanged: fieldGeneration.add(1, ordering: .releasing)
      case .reminderFailed(let id, let reason): observer.reminderFailed(id, reason)
      case .claimed(let report, let isMore): tell(report, isMore: isMore)
      case .watermarkRepaired(let milliseconds):
        observer.watermarkRepaired(milliseconds: milliseconds)
      case .noted(let change): observer.recorded(change)
      }
    }
    if !entries.isEmpty { names.insert(entries) }
    durableTail.withLock { $0 = tail }
    guard head.exchange(tail.seq, ordering: .releasing) != tail.seq else { return }
    for listener in listeners.withLock({ $0 }) { listener() }
  }

  private func tell(_ report: ClaimReport, isMore: Bool) {
    let whole = claimed.withLock { claimed in
      claimed.add(report)
      guard !isMore else { return ClaimReport() }
      defer { claimed = ClaimReport() }
      return claimed
    }
    if whole != ClaimReport() { observer.remindersDealtWith(whole) }
  }
}
