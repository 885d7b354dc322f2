/// Searches the rows of one slot and keeps the best of them.
struct SlotSearch {
  private let query: SearchQuery
  private let slot: SearchSlot
  private let rows: RowReader
  private(set) var top: TopHits
  private var row = 0
  /// The best rank of the current row; nil while nothing in it matched.
  private var rank: NameIndex.Rank?
  private var isJudged = false

  init(_ query: SearchQuery, in slot: SearchSlot, _ view: SegmentView, top: TopHits) {
    self.query = query
    self.slot = slot
    rows = RowReader(view: view)
    self.top = top
  }

  mutating func run(_ filter: BlockFilter) {
    filter.forEachCandidate(in: rows.view.codes) { consider($0) }
    finishRow()
  }

  /// A page of the commonest letter has half a million candidates: most are turned away here, by
  /// what they could be at best.
  private mutating func consider(_ place: Int) {
    let codes = rows.view.codes
    if query.isOneWord {
      let startsName = codes[place - 1] == SearchCode.rowEnd
      let atBest = query.phrase.rankAtBest(from: codes[place], startsName: startsName)
      if let worst = top.worst, atBest > worst.rank { return }
      moveToRow(of: place)
      rank = rows.better(rank, rows.rank(of: query.phrase, at: place, row: row))
    } else {
      moveToRow(of: place)
      if isJudged || isHopeless(place) { return }
      isJudged = true
      rank = rows.rank(of: query, row: row)
    }
  }

  private func isHopeless(_ place: Int) -> Bool {
    guard let worst = top.worst else { return false }
    let first = rows.view.codes[rows.view.places(of: row).lowerBound]
    if query.phrase.firstCodes[Int(first)] { return false }
    let code = rows.view.codes[place]
    let atBest = query.words[0].rankAtBest(from: code, startsName: false)
    return atBest > worst.rank || (atBest == worst.rank && hit(atBest) >= worst)
  }

  private mutating func moveToRow(of place: Int) {
    guard place >= rows.view.starts[row + 1] else { return }
    finishRow()
    repeat { row += 1 } while place >= rows.view.starts[row + 1]
  }

  private mutating func finishRow() {
    defer {
      rank = nil
      isJudged = false
    }
    guard let rank, !slot.isDead(row) else { return }
    if let worst = top.worst, rank > worst.rank { return }
    top.insert(hit(rank))
  }

  private func hit(_ rank: NameIndex.Rank) -> NameIndex.Hit {
    NameIndex.Hit(rank: rank, nameLength: rows.nameLength(of: row), id: rows.view.ids[row])
  }
}
