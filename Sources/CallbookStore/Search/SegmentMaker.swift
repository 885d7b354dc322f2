/// Fills segments with rows that come in order of id.
///
/// Rows of plain letters and digits go to segments without units, a third of the size.
struct SegmentMaker {
  private var plain = SearchRows()
  private var full = SearchRows()
  private var finished: [SearchSegment] = []

  mutating func append(_ row: SearchRow) {
    if row.isPlain {
      plain.append(row)
    } else {
      full.append(row)
    }
    seal(atRowCount: SearchSegment.rowLimit)
  }

  mutating func append(_ row: Int, of view: SegmentView) {
    if view.names.units == nil {
      plain.append(row, of: view)
    } else {
      full.append(row, of: view)
    }
    seal(atRowCount: SearchSegment.rowLimit)
  }

  mutating func finish() -> [SearchSegment] {
    seal(atRowCount: 1)
    return finished
  }

  private mutating func seal(atRowCount limit: Int) {
    if plain.ids.count >= limit {
      finished.append(SearchSegment(plain, isPlain: true))
      plain = SearchRows()
    }
    if full.ids.count >= limit {
      finished.append(SearchSegment(full, isPlain: false))
      full = SearchRows()
    }
  }
}
