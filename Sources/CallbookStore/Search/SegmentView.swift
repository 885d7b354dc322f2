/// What a segment holds; valid within `SearchSegment.withView`.
struct SegmentView {
  let ids: UnsafeBufferPointer<Int64>
  let names: ColumnView
  let companies: ColumnView

  subscript(part: SearchPart) -> ColumnView {
    switch part {
    case .name: names
    case .company: companies
    }
  }

  func row(ofID id: Int64) -> Int? {
    var low = 0
    var high = ids.count
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < ids.count && ids[low] == id ? low : nil
  }
}
