/// What a cell says, without what a spreadsheet or a typist put around it.
enum CellText {
  /// Trimmed, with line feeds as line breaks, and without the apostrophe of `FormulaGuard`.
  static func cleaned(_ cell: String) -> String {
    needsCleaning(cell) ? trimmed(withLineFeeds(FormulaGuard.restored(cell))) : cell
  }

  /// CRLF and CR as LF: the same notes, whichever system saved them.
  static func withLineFeeds(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == 0x0D {
        output.append(0x0A)
      } else if byte != 0x0A || previous != 0x0D {
        output.append(byte)
      }
      previous = byte
    }
    return String(decoding: output, as: UTF8.self)
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    let text = String(text)
    guard needsTrimming(text) else { return text }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// What people write where there is nothing.
  static func isNothing(_ text: String) -> Bool {
    guard text.utf8.count <= 12 else { return false }
    switch text.lowercased() {
    case "", "-", "--", "—", "——", "/", "\\", "无", "没有", "暂无", "无无", "不详", "未知", "n/a", "na",
      "none", "null", "nil":
      return true
    default: return false
    }
  }

  /// White space of Unicode, and what is invisible: the zero-width space and the byte order mark.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000, 0xFEFF:
      true
    default: false
    }
  }

  /// A look at both ends and for CR; most cells pass.
  private static func needsCleaning(_ cell: String) -> Bool {
    cell.utf8.first == UInt8(ascii: "'") || needsTrimming(cell) || cell.utf8.contains(0x0D)
  }

  private static func needsTrimming(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last else { return false }
    // Spaces beyond ASCII begin with C2, E1, E2, E3 or EF and end with bytes from 80 to BF.
    switch first {
    case ...0x20, 0xC2, 0xE1, 0xE2, 0xE3, 0xEF: return true
    default: break
    }
    if last < 0x80 { return last <= 0x20 }
    return text.unicodeScalars.last.map(isSpace) ?? false
  }
}
