/// Folds lines at 75 octets without cutting a character (RFC 6350, section 3.2; the same for
/// calendars: RFC 5545, section 3.1).
enum VCardLines {
  static func append(_ line: String, to output: inout [UInt8]) {
    var room = 75
    for scalar in line.unicodeScalars {
      let bytes = UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      if bytes.count > room {
        output.append(contentsOf: [0x0D, 0x0A, 0x20])
        room = 74
      }
      output.append(contentsOf: bytes)
      room -= bytes.count
    }
    output.append(contentsOf: [0x0D, 0x0A])
  }
}
