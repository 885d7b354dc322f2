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
  }

  /// Held by whoever changes the list, one at a time, and while it merges segments.
  private let changes = Mutex(Changes())
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
  package func insert(_ entries: [Entry]) {
    let segments = SearchSegment.segments(of: entries)
    change(ids: entries.map(\.id)) { slots in slots += segments.map(SearchSlot.init) }
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
      var slots = current
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

  private var current: [SearchSlot] { slots.withLock { $0 } }

  private func change(ids: [Int64], _ body: (inout [SearchSlot]) -> Void) {
    changes.withLock { changes in
      if !changes.isFilled { changes.touched.formUnion(ids) }
      var slots = current
      for place in slots.indices { slots[place].bury(ids) }
      body(&slots)
      publish(slots)
    }
  }

  private func publish(_ slots: [SearchSlot]) {
    let merged = Self.merged(slots)
    self.slots.withLock { $0 = merged }
  }
}
