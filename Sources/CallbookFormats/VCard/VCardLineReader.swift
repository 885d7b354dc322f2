import CallbookModel

/// Unfolds the lines of cards (RFC 6350, section 3.2; quoted-printable soft breaks of vCard 2.1).
struct VCardLineReader {
  /// Longer lines are pictures, or no vCard; notes are far below it.
  static let lineBytes = 65_536

  private let text: TextSource
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private var number = 0
  /// The physical line after the one that is being put together.
  private var ahead: (bytes: [UInt8], isCutOff: Bool)?

  init(_ text: TextSource) {
    self.text = text
  }

  mutating func next() throws(CallbookError) -> VCardLine? {
    guard let first = try takePhysical() else { return nil }
    let begin = number
    var line = first.bytes
    var isCutOff = first.isCutOff
    let encoding = VCardLineEncoding(ofHead: line)
    while try look() != nil, let following = ahead?.bytes {
      var addition = following[...]
      if encoding == .quotedPrintable, line.last == UInt8(ascii: "=") {
        line.removeLast()
      } else if following.first == 0x20 || following.first == 0x09 {
        addition = following.dropFirst()
      } else if encoding == .base64, !following.isEmpty, !following.contains(UInt8(ascii: ":")) {
        // Old phones do not indent the lines of a picture.
      } else {
        break
      }
      isCutOff = isCutOff || ahead?.isCutOff == true
      ahead = nil
      number += 1
      if line.count + addition.count <= Self.lineBytes {
        line.append(contentsOf: addition)
      } else {
        isCutOff = true
      }
    }
    return VCardLine(
      number: begin, text: String(decoding: line, as: UTF8.self), isCutOff: isCutOff)
  }

  private mutating func takePhysical() throws(CallbookError) -> (bytes: [UInt8], isCutOff: Bool)? {
    let line = try look()
    ahead = nil
    if line != nil { number += 1 }
    return line
  }

  private mutating func look() throws(CallbookError) -> (bytes: [UInt8], isCutOff: Bool)? {
    if ahead == nil { ahead = try readPhysical() }
    return ahead
  }

  /// One line of the file, at most `lineBytes` of it, without its line break.
  private mutating func readPhysical() throws(CallbookError) -> (bytes: [UInt8], isCutOff: Bool)? {
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
      guard !isAtEnd, let more = try text.next() else {
        isAtEnd = true
        buffer = []
        start = 0
        if line.isEmpty { return nil }
        break
      }
      buffer = more
      start = 0
    }
    if line.last == 0x0D { line.removeLast() }
    return (line, isCutOff)
  }
}
