/// Searches one column of a slot and keeps the best rows.
///
/// All names are searched before any company is, and companies not at all once there are hits enough
/// in names: no match in a company is better than one in a name.
struct ColumnSearch {
  private let query: SearchQuery
  private let isOneWord: Bool
  private let bound: RankBound
  private let part: SearchPart
  private let slot: SearchSlot
  private let rows: RowReader
  private let column: ColumnView
  private(set) var top: TopHits
  private var row = 0
  /// The best rank of the current row; nil while nothing in it matched.
  private var rank: NameIndex.Rank?
  private var isJudged = false

  init(
    _ query: SearchQuery, in part: SearchPart, of slot: SearchSlot, _ view: SegmentView,
    top: TopHits
  ) {
    self.query = query
    isOneWord = query.isOneWord
    bound = query.words[0].bound
    self.part = part
    self.slot = slot
    self.top = top
    rows = RowReader(view: view)
    column = view[part]
  }

  mutating func run(_ filter: BlockFilter) {
    filter.forEachCandidate(in: column.codes) { consider($0) }
    finishRow()
  }

  /// The commonest letter has half a million candidates: most are turned away by what they could be
  /// at best, before anything is compared.
  private mutating func consider(_ place: Int) {
    let atBest = bound.rank(at: place, in: column, part, asWhole: isOneWord)
    if isOneWord {
      if atBest > top.worstRank || isHopelessFromHereOn(atBest) { return }
      moveToRow(of: place)
      if isHopeless(atBest) { return }
      rank = rows.better(rank, rows.rank(of: query.phrase, at: place, in: part, row: row))
    } else {
      moveToRow(of: place)
      if isJudged { return }
      let phrase = part == .name ? rows.rank(ofPhrase: query.phrase, row: row) : nil
      if isHopeless(rows.better(atBest, phrase) ?? atBest) { return }
      isJudged = true
      let limit = phrase == nil ? top.worstRank : .insideCompany
      rank = rows.rank(ofAll: query.words, row: row, atMost: limit).map { min($0, phrase ?? $0) }
    }
  }

  /// Whether no row to come can be among the best with that rank: ids rise, and no name is shorter.
  private func isHopelessFromHereOn(_ atBest: NameIndex.Rank) -> Bool {
    guard let worst = top.worst, atBest == worst.rank else { return false }
    return slot.segment.leastNameLength >= worst.nameLength && rows.view.ids[row] > worst.id
  }

  private func isHopeless(_ atBest: NameIndex.Rank) -> Bool {
    if let rank, rank <= atBest { return true }
    guard let worst = top.worst, atBest >= worst.rank else { return false }
    if atBest > worst.rank { return true }
    let nameLength = rows.nameLength(of: row)
    if nameLength != worst.nameLength { return nameLength > worst.nameLength }
    return rows.view.ids[row] >= worst.id
  }

  private mutating func moveToRow(of place: Int) {
    guard place >= column.starts[row + 1] else { return }
    if rank != nil || isJudged { finishRow() }
    repeat { row += 1 } while place >= column.starts[row + 1]
  }

  private mutating func finishRow() {
    defer {
      rank = nil
      isJudged = false
    }
    guard let rank, !slot.isDead(row) else { return }
    let hit = NameIndex.Hit(
      rank: rank, nameLength: rows.nameLength(of: row), id: rows.view.ids[row])
    if let worst = top.worst, hit >= worst { return }
    // Each row once: a candidate of the names may have the word in its company alone, and one of
    // the companies was found before when its name has it too.
    if rows.nameHolds(query.words[0], row: row) != (part == .name) { return }
    top.insert(hit)
  }
}
