/// What a table's first bytes say about how it is written.
struct CSVDialect: Equatable {
  static let windowBytes = 65_536

  private(set) var delimiter = UInt8(ascii: ",")
  /// The line `sep=;` that some spreadsheets put in front; 0 without one.
  private(set) var skippedBytes = 0

  init(of window: ArraySlice<UInt8>) {
    let bytes = Array(window)
    guard !readSeparatorLine(bytes) else { return }
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte == 0x0A || byte == 0x0D {
        // Empty lines in front say nothing.
        guard counts.isEmpty else { break }
        continue
      }
      counts[byte, default: 0] += 1
    }
    for candidate in [UInt8(ascii: ";"), 0x09]
    where counts[candidate, default: 0] > counts[delimiter, default: 0] {
      delimiter = candidate
    }
  }

  private mutating func readSeparatorLine(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 5,
      bytes.starts(with: Array("sep=".utf8)) || bytes.starts(with: Array("SEP=".utf8)),
      bytes[4] != 0x0A, bytes[4] != 0x0D, bytes[5] == 0x0A || bytes[5] == 0x0D
    else { return false }
    delimiter = bytes[4]
    skippedBytes = bytes[5] == 0x0D && bytes.count > 6 && bytes[6] == 0x0A ? 7 : 6
    return true
  }
}
