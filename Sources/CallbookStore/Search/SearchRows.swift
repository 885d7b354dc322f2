/// Rows of a segment while it is made; sorted by id, one row an id.
struct SearchRows {
  private(set) var ids: [Int64] = []
  private(set) var names = SearchColumn()
  private(set) var companies = SearchColumn()

  private(set) var leastNameLength = Int.max

  mutating func append(_ row: SearchRow) {
    ids.append(row.id)
    leastNameLength = min(leastNameLength, row.name[0].count)
    names.appendRow(row.name)
    companies.appendRow(row.company)
  }

  mutating func append(_ row: Int, of view: SegmentView) {
    ids.append(view.ids[row])
    leastNameLength = min(leastNameLength, RowReader(view: view).nameLength(of: row))
    names.appendRow(row, of: view.names)
    companies.appendRow(row, of: view.companies)
  }
}
