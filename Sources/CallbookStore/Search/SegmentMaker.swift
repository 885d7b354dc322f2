/// Fills segments with rows that come in order of id.
///
/// Rows of plain letters and digits go to segments without units, a third of the size.
struct SegmentMaker {
  private var plain = SearchRows()
  private var full = SearchRows()
  private var finished: [SearchSegment] = []

  mutating func append(_ row: SearchRow) {
    if row.isPlain {
      row.write(to: &plain)
    } else {
      row.write(to: &full)
    }
    seal(atRowCount: SearchSegment.rowLimit)
  }

  mutating func append(_ row: Int, of view: SegmentView) {
    if view.units == nil {
      plain.appendRow(row, of: view)
    } else {
      full.appendRow(row, of: view)
    }
    seal(atRowCount: SearchSegment.rowLimit)
  }

  mutating func finish() -> [SearchSegment] {
    seal(atRowCount: 1)
    return finished
  }

  private mutating func seal(atRowCount limit: Int) {
    if plain.ids.count >= limit {
      finished.append(SearchSegment(plain, hasUnits: false))
      plain = SearchRows()
    }
    if full.ids.count >= limit {
      finished.append(SearchSegment(full, hasUnits: true))
      full = SearchRows()
    }
  }
}
