/// A segment and which of its rows were removed or replaced since it was made.
struct SearchSlot {
  let segment: SearchSegment
  /// A bit a row; empty while all live.
  private var dead: [UInt64] = []
  private(set) var deadCount = 0

  init(_ segment: SearchSegment) {
    self.segment = segment
  }

  var liveCount: Int { segment.rowCount - deadCount }

  func isDead(_ row: Int) -> Bool {
    !dead.isEmpty && dead[row >> 6] & (1 << UInt64(row & 63)) != 0
  }

  mutating func bury(_ ids: [Int64]) {
    for id in ids {
      if let row = row(ofID: id), !isDead(row) { bury(row: row) }
    }
  }

  func lives(_ id: Int64) -> Bool {
    row(ofID: id).map { !isDead($0) } ?? false
  }

  /// Whether its memory holds a row of one of the ids, dead ones too.
  func remembers(_ ids: [Int64]) -> Bool {
    ids.contains { row(ofID: $0) != nil }
  }

  private func row(ofID id: Int64) -> Int? {
    guard segment.ids ~= id else { return nil }
    return segment.withView { $0.row(ofID: id) }
  }

  private mutating func bury(row: Int) {
    if dead.isEmpty { dead = Array(repeating: 0, count: (segment.rowCount + 63) / 64) }
    dead[row >> 6] |= 1 << UInt64(row & 63)
    deadCount += 1
  }
}
