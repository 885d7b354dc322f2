internal import CallbookModel
internal import Synchronization

/// Finds contacts by parts of their names and companies, by pinyin and by initials.
///
/// Derived from the store and kept in memory: a list of immutable segments that searches read
/// without holding a lock. Changes are told after their commit succeeded; a contact is found as soon
/// as `insert` returned. From its birth until `finishFilling` the index is being filled from a
/// snapshot of the store that was taken after its birth, while changes go on.
package final class NameIndex: Sendable {
  private struct Changes {
    var isFilled = false
    /// Ids that changed since the index was born; what a fill says of them is older.
    var touched: Set<Int64> = []
    /// Told, but in no segment yet: whoever looks next makes one of them.
    var waiting: [Entry] = []
  }

  /// More than that do not wait: a search would have to make their segment first.
  private static let mostWaiting = 512

  /// Held by whoever changes the list, one at a time, and while it merges segments.
  private let changes = Mutex(Changes())
  /// Whether entries wait, to be asked without a lock.
  private let isBehind = Atomic(false)
  /// The list that searches take; held only to copy or to replace it.
  private let slots = Mutex<[SearchSlot]>([])

  package init() {}

  /// Whether the store was read to its end: until then a search may miss contacts.
  package var isFilled: Bool { changes.withLock(\.isFilled) }

  package var count: Int { current.reduce(0) { $0 + $1.liveCount } }

  package var byteCount: Int { current.reduce(0) { $0 + $1.segment.byteCount } }

  /// All memory that the index has, for the tests of erasure.
  var segments: [SearchSegment] { current.map(\.segment) }

  /// Adds contacts or replaces what the index knew of them; of entries with one id the last counts.
  ///
  /// Cheap: a segment for every commit would cost more than all that follows of it.
  package func insert(_ entries: [Entry]) {
    changes.withLock { changes in
      changes.waiting += entries
      isBehind.store(true, ordering: .releasing)
      if changes.waiting.count >= Self.mostWaiting { catchUp(&changes) }
    }
  }

  /// Forgets contacts; their bytes may stay in memory until their segment is merged.
  package func remove(_ ids: [Int64]) {
    change(ids: ids) { _ in }
  }

  /// Forgets contacts so that no byte of their names, former ones too, stays in the index's memory
  /// once the searches that run meanwhile have ended.
  package func erase(_ ids: [Int64]) {
    change(ids: ids) { slots in
      let tainted = slots.filter { $0.remembers(ids) }
      slots.removeAll { $0.remembers(ids) }
      for slot in tainted { slots += Self.rewritten([slot]) }
    }
  }

  /// Adds what a snapshot of the store says, except of contacts that changed since the index was
  /// born. Ten thousand entries at a time are a good measure.
  package func fill(_ entries: [Entry]) {
    let segments = SearchSegment.segments(of: entries)
    let ids = entries.map(\.id)
    changes.withLock { changes in
      catchUp(&changes)
      var slots = listed
      let known = ids.filter { id in
        changes.touched.contains(id) || slots.contains { $0.lives(id) }
      }
      for segment in segments {
        var slot = SearchSlot(segment)
        slot.bury(known)
        // What a fill knows too late may have been erased: its bytes do not stay.
        slots += slot.deadCount == 0 ? [slot] : Self.rewritten([slot])
      }
      publish(slots)
    }
  }

  /// Says that the snapshot was read to its end.
  package func finishFilling() {
    changes.withLock { changes in
      changes.isFilled = true
      changes.touched = []
    }
  }

  /// The best hits, best first.
  ///
  /// - Parameter after: the last hit of the page before; nil for the first page.
  package func search(_ text: String, limit: Int, after: Hit? = nil) -> [Hit] {
    guard limit > 0, let query = SearchQuery(text) else { return [] }
    let filter = BlockFilter(query.words[0].patterns)
    let slots = current
    var top = TopHits(limit: limit, after: after)
    for part in [SearchPart.name, .company] {
      for slot in slots where part == .name || top.worstRank >= .companyStart {
        top = slot.segment.withView { view in
          var search = ColumnSearch(query, in: part, of: slot, view, top: top)
          search.run(filter)
          return search.top
        }
      }
    }
    return top.sorted
  }

  /// The list with everything that was told.
  private var current: [SearchSlot] {
    if isBehind.load(ordering: .acquiring) { changes.withLock { catchUp(&$0) } }
    return listed
  }

  private var listed: [SearchSlot] { slots.withLock { $0 } }

  private func catchUp(_ changes: inout Changes) {
    guard !changes.waiting.isEmpty else { return }
    let segments = SearchSegment.segments(of: changes.waiting)
    change(ids: changes.waiting.map(\.id), &changes) { $0 += segments.map(SearchSlot.init) }
    // Not kept for reuse: short names lie in the array itself, and may be erased ones.
    changes.waiting = []
    isBehind.store(false, ordering: .releasing)
  }

  private func change(ids: [Int64], _ body: (inout [SearchSlot]) -> Void) {
    changes.withLock { changes in
      catchUp(&changes)
      change(ids: ids, &changes, body)
    }
  }

  private func change(
    ids: [Int64], _ changes: inout Changes, _ body: (inout [SearchSlot]) -> Void
  ) {
    if !changes.isFilled { changes.touched.formUnion(ids) }
    var slots = listed
    for place in slots.indices { slots[place].bury(ids) }
    body(&slots)
    publish(slots)
  }

  private func publish(_ slots: [SearchSlot]) {
    let merged = Self.merged(slots)
    self.slots.withLock { $0 = merged }
  }
}
