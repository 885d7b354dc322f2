/// When the clocks of a zone were and will be set.
struct ZoneTable: Sendable {
  /// Clocks are set at a point in time: seconds since 1970, and seconds east of UTC.
  struct Change: Hashable {
    let at: Int64
    let before: Int64
    let after: Int64
    /// Whether what they show afterwards is summer time.
    let isSummer: Bool
  }

  /// What a file says of a point in time, whether or not clocks are set then.
  struct Entry {
    let at: Int64
    let offset: Int64
    let isSummer: Bool
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
  init(firstOffset: Int64, entries: [Entry], footer: ZoneFooter?) {
    var offset = firstOffset
    var listed: [Change] = []
    for entry in entries where entry.offset != offset {
      listed.append(
        Change(at: entry.at, before: offset, after: entry.offset, isSummer: entry.isSummer))
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
    let ruled = max(window.lowerBound, lastEntry.map { $0 + 1 } ?? .min)
    if let footer, footer.summer != nil, window.upperBound >= ruled {
      changes += Self.changes(of: footer, in: ruled...window.upperBound)
    }
    return changes
  }

  /// A rule says three years at a time: the last ones first, most often the only ones.
  private static func changes(of footer: ZoneFooter, in window: ClosedRange<Int64>) -> [Change] {
    var changes: [Change] = []
    var seconds = window.upperBound
    while true {
      let earliest = changes.first?.at ?? .max
      let earlier = footer.changes(around: seconds).filter {
        window.contains($0.at) && $0.at < earliest
      }
      changes = earlier + changes
      guard seconds - window.lowerBound > secondsOfYear else { return changes }
      seconds -= secondsOfYear
    }
  }

  private static let secondsOfYear: Int64 = 365 * 86_400

  /// nil when clocks were never set until then.
  func lastChange(notAfter seconds: Int64) -> Change? {
    // A rule that sets clocks does so every year.
    let recent = changes(in: (seconds - 2 * Self.secondsOfYear)...seconds).last
    let later = firstListed(after: seconds)
    return recent ?? (later == 0 ? nil : listed[later - 1])
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
