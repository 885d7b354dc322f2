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

  /// - Parameter ids: sorted.
  mutating func bury(_ ids: some Sequence<Int64>) {
    let segment = segment
    segment.withView { view in
      for id in ids {
        if let row = view.row(ofID: id), !isDead(row) { bury(row: row) }
      }
    }
  }

  func lives(_ id: Int64) -> Bool {
    segment.withView { view in view.row(ofID: id).map { !isDead($0) } ?? false }
  }

  /// Whether its memory holds a row of one of the ids, dead ones too.
  func remembers(_ ids: [Int64]) -> Bool {
    segment.withView { view in ids.contains { view.row(ofID: $0) != nil } }
  }

  private mutating func bury(row: Int) {
    if dead.isEmpty { dead = Array(repeating: 0, count: (segment.rowCount + 63) / 64) }
    dead[row >> 6] |= 1 << UInt64(row & 63)
    deadCount += 1
  }
}
