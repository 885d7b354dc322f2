import CallbookModel
import Synchronization

/// Where the writer tells what became durable: indexes in memory, and everybody who follows the ledger.
final class CommitSink: Sendable {
  private let names: NameIndex
  private let head: Atomic<Int64>
  private let staffGeneration = Atomic<Int>(0)
  private let shopGeneration = Atomic<Int>(0)
  private let listeners = Mutex<[@Sendable () -> Void]>([])
  private let noted: @Sendable (NotedChange) -> Void

  init(
    names: NameIndex, tail: LedgerTail, noted: @escaping @Sendable (NotedChange) -> Void = { _ in }
  ) {
    self.names = names
    self.noted = noted
    head = Atomic(tail.seq)
  }

  /// The newest durable entry of the ledger.
  var headSeq: Int64 { head.load(ordering: .acquiring) }

  /// Grows whenever somebody's roles may have changed.
  var staff: Int { staffGeneration.load(ordering: .acquiring) }

  /// Grows whenever the shop's settings changed.
  var shop: Int { shopGeneration.load(ordering: .acquiring) }

  func listen(_ listener: @escaping @Sendable () -> Void) {
    listeners.withLock { $0.append(listener) }
  }

  func apply(_ effects: [CommitEffect], tail: LedgerTail) {
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
      case .noted(let change): noted(change)
      }
    }
    if !entries.isEmpty { names.insert(entries) }
    guard head.exchange(tail.seq, ordering: .releasing) != tail.seq else { return }
    for listener in listeners.withLock({ $0 }) { listener() }
  }
}
