extension NameIndex {
  /// Segments of about the same size are merged when there are so many of them: a row is copied some
  /// six times in its life, and a search meets a few dozen small segments at most.
  private static let mergeCount = 4

  /// The list with small segments merged and segments rewritten of which a quarter is dead.
  static func merged(_ slots: [SearchSlot]) -> [SearchSlot] {
    var kept: [SearchSlot] = []
    for slot in slots {
      if 4 * slot.deadCount > slot.segment.rowCount {
        kept += rewritten([slot])
      } else {
        kept.append(slot)
      }
    }
    while let size = crowdedSize(kept) {
      let crowd = kept.filter { sizeClass($0) == size }
      kept.removeAll { sizeClass($0) == size }
      kept += rewritten(crowd)
    }
    return kept
  }

  static func rewritten(_ slots: [SearchSlot]) -> [SearchSlot] {
    SearchSegment.segments(merging: slots).map(SearchSlot.init)
  }

  private static func crowdedSize(_ slots: [SearchSlot]) -> Int? {
    var counts: [Int: Int] = [:]
    for slot in slots {
      if let size = sizeClass(slot) { counts[size, default: 0] += 1 }
    }
    return counts.filter { $0.value >= mergeCount }.keys.min()
  }

  /// The power of four that the rows reach; nil for segments that are big enough.
  private static func sizeClass(_ slot: SearchSlot) -> Int? {
    let rows = slot.segment.rowCount
    guard rows <= SearchSegment.rowLimit / 2 else { return nil }
    let power = (Int.bitWidth - rows.leadingZeroBitCount) / 2
    return slot.segment.isPlain ? -power - 1 : power
  }
}
