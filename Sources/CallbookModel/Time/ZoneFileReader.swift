/// Reads a TZif file, versions 1 to 4 (RFC 9636), and refuses whatever the standard forbids.
struct ZoneFileReader {
  private let name: String
  private let bytes: [UInt8]
  private var position = 0

  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// How many of each a data block holds (section 3.1).
  private struct Counts {
    var utIndicators = 0
    var standardIndicators = 0
    var leapSeconds = 0
    var entries = 0
    var types = 0
    var designationBytes = 0

    func blockSize(timeSize: Int) -> Int {
      entries * (timeSize + 1) + types * 6 + designationBytes + leapSeconds * (timeSize + 4)
        + standardIndicators + utIndicators
    }
  }

  mutating func read() throws(CallbookError) -> ZoneTable {
    let (version, counts) = try header()
    guard version > 0 else {
      let table = try block(counts, timeSize: 4, footer: nil)
      guard position == bytes.count else { throw fault("something follows its end") }
      return table
    }
    // The first block is there for readers of version 1 and may be empty.
    try need(counts.blockSize(timeSize: 4))
    position += counts.blockSize(timeSize: 4)
    let (second, wideCounts) = try header()
    guard second == version else { throw fault("its two headers differ") }
    let start = position
    try need(wideCounts.blockSize(timeSize: 8))
    position += wideCounts.blockSize(timeSize: 8)
    let footer = try footer()
    position = start
    return try block(wideCounts, timeSize: 8, footer: footer)
  }

  private mutating func header() throws(CallbookError) -> (version: Int, Counts) {
    try need(44)
    guard Array("TZif".utf8) == Array(bytes[position..<position + 4]) else {
      throw fault("it does not begin as one")
    }
    let letter = bytes[position + 4]
    guard letter == 0 || (UInt8(ascii: "2")...UInt8(ascii: "4")).contains(letter) else {
      throw fault("its version is not 1 to 4")
    }
    position += 20
    var counts = Counts()
    counts.utIndicators = number(size: 4, signed: false)
    counts.standardIndicators = number(size: 4, signed: false)
    counts.leapSeconds = number(size: 4, signed: false)
    counts.entries = number(size: 4, signed: false)
    counts.types = number(size: 4, signed: false)
    counts.designationBytes = number(size: 4, signed: false)
    return (letter == 0 ? 0 : Int(letter - 0x30), counts)
  }

  private mutating func block(
    _ counts: Counts, timeSize: Int, footer: ZoneFooter?
  ) throws(CallbookError) -> ZoneTable {
    try need(counts.blockSize(timeSize: timeSize))
    guard counts.leapSeconds == 0 else { throw fault("it counts leap seconds") }
    guard
      (1...256).contains(counts.types), counts.designationBytes > 0,
      [0, counts.types].contains(counts.standardIndicators),
      [0, counts.types].contains(counts.utIndicators)
    else { throw fault("its header's counts contradict each other") }
    let times = (0..<counts.entries).map { _ in Int64(number(size: timeSize, signed: true)) }
    guard zip(times, times.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw fault("its entries are out of order")
    }
    let kinds = (0..<counts.entries).map { _ in number(size: 1, signed: false) }
    let types = try types(counts)
    guard kinds.allSatisfy({ $0 < types.count }) else {
      throw fault("an entry names a type that is not there")
    }
    try skipIndicators(counts)
    let entries = zip(times, kinds).map {
      ZoneTable.Entry(at: $0, offset: types[$1].offset, isSummer: types[$1].isSummer)
    }
    if let footer, let last = entries.last, footer.offset(at: last.at) != last.offset {
      throw fault("its last line contradicts its last entry")
    }
    return ZoneTable(firstOffset: types[0].offset, entries: entries, footer: footer)
  }

  /// The local time types: seconds east of UTC, and whether these are summer's.
  private mutating func types(
    _ counts: Counts
  ) throws(CallbookError) -> [(offset: Int64, isSummer: Bool)] {
    let designations = position + counts.types * 6
    var types: [(offset: Int64, isSummer: Bool)] = []
    for _ in 0..<counts.types {
      let offset = number(size: 4, signed: true)
      let isSummer = number(size: 1, signed: false)
      let designation = number(size: 1, signed: false)
      guard (-89_999...93_599).contains(offset), isSummer <= 1 else {
        throw fault("it has an offset that no clock has")
      }
      let end = designations + counts.designationBytes
      guard
        designation < counts.designationBytes,
        bytes[(designations + designation)..<end].contains(0)
      else { throw fault("a name in it has no end") }
      types.append((Int64(offset), isSummer == 1))
    }
    position = designations + counts.designationBytes
    return types
  }

  /// Which entries were written in which time does not matter here, but they must be well formed.
  private mutating func skipIndicators(_ counts: Counts) throws(CallbookError) {
    let count = counts.standardIndicators + counts.utIndicators
    guard bytes[position..<position + count].allSatisfy({ $0 <= 1 }) else {
      throw fault("an indicator in it is neither 0 nor 1")
    }
    position += count
  }

  /// The line at the end; nil when it is empty, then the last entry goes on.
  private mutating func footer() throws(CallbookError) -> ZoneFooter? {
    let line = bytes[position...]
    guard line.count >= 2, line.first == 0x0A, line.last == 0x0A else {
      throw fault("its last line is missing")
    }
    let text = line.dropFirst().dropLast()
    if text.isEmpty { return nil }
    guard let footer = ZoneFooterReader.read(text) else {
      throw fault("its last line is not a rule")
    }
    return footer
  }

  /// Big-endian, after `need`.
  private mutating func number(size: Int, signed: Bool) -> Int {
    var value: UInt64 = 0
    for byte in bytes[position..<position + size] { value = value << 8 | UInt64(byte) }
    position += size
    guard signed else { return Int(truncatingIfNeeded: value) }
    let unused = UInt64(64 - size * 8)
    return Int(Int64(bitPattern: value << unused) >> Int64(unused))
  }

  private func need(_ count: Int) throws(CallbookError) {
    guard bytes.count - position >= count else { throw fault("it is cut off") }
  }

  private func fault(_ what: String) -> CallbookError {
    CallbookError(
      .fileUnreadable, "the time zone file of \(name) cannot be used: \(what)",
      hint: "apt-get install --reinstall tzdata")
  }
}
