/// When the clocks of a zone were and will be set.
struct ZoneTable: Sendable {
  /// Clocks are set at a point in time: seconds since 1970, and seconds east of UTC.
  struct Change: Hashable {
    let at: Int64
    let before: Int64
    let after: Int64
  }

  private let firstOffset: Int64
  private let listed: [Change]
  /// The last entry of the file, whether or not it changed the offset; nil when there is none.
  private let lastEntry: Int64?
  private let footer: ZoneFooter?

  init(offset: Int64) {
    firstOffset = offset
    listed = []
    lastEntry = nil
    footer = nil
  }

  /// - Parameter entries: in order of time; those that change the name alone are dropped here.
  init(firstOffset: Int64, entries: [(at: Int64, offset: Int64)], footer: ZoneFooter?) {
    var offset = firstOffset
    var listed: [Change] = []
    for entry in entries where entry.offset != offset {
      listed.append(Change(at: entry.at, before: offset, after: entry.offset))
      offset = entry.offset
    }
    self.firstOffset = firstOffset
    self.listed = listed
    lastEntry = entries.last?.at
    self.footer = footer
  }

  func offset(at seconds: Int64) -> Int64 {
    if let footer, seconds >= lastEntry ?? .min { return footer.offset(at: seconds) }
    let later = firstListed(after: seconds)
    return later == 0 ? firstOffset : listed[later - 1].after
  }

  /// In order of time.
  func changes(in window: ClosedRange<Int64>) -> [Change] {
    var changes: [Change] = []
    var index = firstListed(after: window.lowerBound - 1)
    while index < listed.count, listed[index].at <= window.upperBound {
      changes.append(listed[index])
      index += 1
    }
    if let footer, window.upperBound > lastEntry ?? .min {
      changes += footer.changes(around: window.upperBound).filter {
        window.contains($0.at) && $0.at > lastEntry ?? .min
      }
    }
    return changes
  }

  /// The place of the first change after a point in time, by halving.
  private func firstListed(after seconds: Int64) -> Int {
    var (low, high) = (0, listed.count)
    while low < high {
      let middle = (low + high) / 2
      if listed[middle].at <= seconds { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
