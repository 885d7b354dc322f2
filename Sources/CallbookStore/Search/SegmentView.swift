/// The columns of a segment; valid within `SearchSegment.withView`.
struct SegmentView {
  let ids: UnsafeBufferPointer<Int64>
  let starts: UnsafeBufferPointer<UInt32>
  /// nil when the codes alone tell all characters: letters, digits and nothing else.
  let units: UnsafeBufferPointer<UInt16>?
  /// Followed by as many readable zeros as a block of the scan reads beyond its end.
  let codes: UnsafeBufferPointer<UInt8>

  func places(of row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }

  func row(ofID id: Int64) -> Int? {
    guard let first = ids.first, let last = ids.last, first <= id, id <= last else { return nil }
    var low = 0
    var high = ids.count
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return ids[low] == id ? low : nil
  }
}
