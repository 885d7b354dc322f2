extension SearchSegment {
  /// Segments that hold the entries; of entries with the same id the last one.
  static func segments(of entries: [NameIndex.Entry]) -> [SearchSegment] {
    var last: [Int64: Int] = [:]
    for (place, entry) in entries.enumerated() { last[entry.id] = place }
    var maker = SegmentMaker()
    for (_, place) in last.sorted(by: { $0.key < $1.key }) {
      maker.append(SearchRow(entries[place]))
    }
    return maker.finish()
  }

  /// Segments that hold what lives in the slots.
  static func segments(merging slots: [SearchSlot]) -> [SearchSegment] {
    var origins: [(id: Int64, slot: Int, row: Int)] = []
    for (place, slot) in slots.enumerated() {
      slot.segment.withView { view in
        for row in 0..<view.ids.count where !slot.isDead(row) {
          origins.append((view.ids[row], place, row))
        }
      }
    }
    origins.sort { $0.id < $1.id }
    var maker = SegmentMaker()
    for origin in origins {
      slots[origin.slot].segment.withView { maker.append(origin.row, of: $0) }
    }
    return maker.finish()
  }
}
