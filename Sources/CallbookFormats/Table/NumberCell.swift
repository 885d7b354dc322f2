/// Phone and QQ numbers as cells have them.
enum NumberCell {
  enum Reading: Equatable {
    case numbers([String])
    /// 1.38E+10, or ##### where the column was too narrow.
    case rounded
    case unreadable
  }

  /// Takes off what protects a number from a spreadsheet, and divides several in one cell.
  static func read(_ cell: String) -> Reading {
    if isPlain(cell) { return .numbers([cell]) }
    let text = unprotected(cell)
    let parts = divided(text)
    for part in parts {
      if isRounded(part) { return .rounded }
      if digitCount(part) == 0 { return .unreadable }
    }
    return .numbers(parts.map(withoutFraction))
  }

  private static func isPlain(_ cell: String) -> Bool {
    var digits = 0
    for byte in cell.utf8 {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x20, UInt8(ascii: "-"), UInt8(ascii: "+"): break
      default: return false
      }
    }
    return digits > 0
  }

  /// `="19900001234"` and `'19900001234`.
  private static func unprotected(_ cell: String) -> String {
    if cell.hasPrefix("=\""), cell.hasSuffix("\""), cell.utf8.count > 3 {
      return CellText.trimmed(cell.dropFirst(2).dropLast())
    }
    return cell.hasPrefix("'") ? CellText.trimmed(cell.dropFirst()) : cell
  }

  /// Two numbers in one cell, if each part has the digits of one (extensions have fewer).
  private static func divided(_ text: String) -> [String] {
    let parts = text.split { "\n;；、,，/".contains($0) }.map { CellText.trimmed($0) }
    guard parts.count > 1, parts.allSatisfy({ digitCount($0) >= 7 || isRounded($0) }) else {
      return [text]
    }
    return parts
  }

  private static func isRounded(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    if bytes.count >= 2, bytes.allSatisfy({ $0 == UInt8(ascii: "#") }) { return true }
    guard let mark = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }), mark > 0 else {
      return false
    }
    let exponent = bytes[(mark + 1)...].drop { $0 == UInt8(ascii: "+") }
    return !exponent.isEmpty && exponent.allSatisfy(isDigit)
      && bytes[..<mark].allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") || $0 == 0x2C }
  }

  /// `19900001234.0`, which programs write that take numbers for quantities.
  private static func withoutFraction(_ text: String) -> String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count >= 5, parts[0].utf8.allSatisfy(isDigit),
      !parts[1].isEmpty, parts[1].utf8.allSatisfy({ $0 == UInt8(ascii: "0") })
    else { return text }
    return String(parts[0])
  }

  static func digitCount(_ text: String) -> Int {
    text.unicodeScalars.count {
      (0x30...0x39).contains($0.value) || (0xFF10...0xFF19).contains($0.value)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
