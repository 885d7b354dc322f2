import CallbookModel

/// Cuts a text into its lines, each within a limit.
struct JSONLineReader {
  /// A contact whole with fifty points is far below it; a request has to hold it.
  static let lineBytes = 262_144

  struct Line {
    /// From 1.
    let number: Int
    let bytes: [UInt8]
    /// Longer than the limit: what is there is its beginning.
    let isCutOff: Bool
  }

  private let text: TextSource
  private var buffer: [UInt8] = []
  private var start = 0
  private var number = 0

  init(_ text: TextSource) {
    self.text = text
  }

  /// The next line without its line break; nil at the end.
  mutating func next() throws(CallbookError) -> Line? {
    var line: [UInt8] = []
    var isCutOff = false
    while true {
      let end = buffer[start...].firstIndex(of: 0x0A)
      let piece = buffer[start..<(end ?? buffer.count)]
      let room = Self.lineBytes - line.count
      line.append(contentsOf: piece.prefix(room))
      isCutOff = isCutOff || piece.count > room
      if let end {
        start = end + 1
        break
      }
      start = 0
      buffer = []
      guard let more = try text.next() else {
        if line.isEmpty { return nil }
        break
      }
      buffer = more
    }
    number += 1
    if line.last == 0x0D { line.removeLast() }
    return Line(number: number, bytes: line, isCutOff: isCutOff)
  }
}
