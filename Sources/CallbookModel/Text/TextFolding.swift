/// Folds text so that spellings which people take for the same compare equal.
package enum TextFolding {
  /// Lower case, half width, without accents, one space between words and none at the ends.
  ///
  /// Folding twice gives what folding once gives. Scripts without case keep their letters.
  package static func fold(_ text: String) -> String {
    // Bytes: a text that grows by scalars costs several times as much.
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    var spaceIsDue = false
    for scalar in text.unicodeScalars {
      let narrow = halfWidth(scalar)
      if isSpace(narrow) {
        spaceIsDue = !folded.isEmpty
        continue
      }
      if isUnseen(narrow) { continue }
      if spaceIsDue {
        folded.append(0x20)
        spaceIsDue = false
      }
      appendFolded(narrow, to: &folded)
    }
    return String(decoding: folded, as: UTF8.self)
  }

  /// Full-width letters, digits and Chinese punctuation as their ASCII counterparts; case, accents
  /// and spaces stay, so that phones and email addresses can be read from what it gives.
  package static func halfWidth(_ text: String) -> String {
    var narrow = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { narrow.append(halfWidth(scalar)) }
    return String(narrow)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20: true
    case 0x21..<0x7F, 0x3400..<0xA000: false
    default: scalar.properties.isWhitespace
    }
  }

  private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x2010, 0x3400..<0xFF00: return scalar
    case 0xFF01...0xFF5E: return Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
    default: break
    }
    switch scalar {
    case "\u{3000}": return " "
    case "。", "｡": return "."
    case "、", "､": return ","
    case "「", "」", "『", "』", "｢", "｣", "“", "”", "„", "〝", "〞": return "\""
    case "‘", "’": return "'"
    case "《", "〈": return "<"
    case "》", "〉": return ">"
    case "【", "〔", "〖": return "["
    case "】", "〕", "〗": return "]"
    case "〜": return "~"
    case "\u{2010}"..."\u{2015}", "\u{2212}": return "-"
    case "￥": return "¥"
    default: return scalar
    }
  }

  /// Accents, and characters that a person comparing two names does not see.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060,
      0x2066...0x2069, 0xFEFF:
      return true
    default: return false
    }
  }

  private static func appendFolded(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
    switch scalar.value {
    case 0x41...0x5A: folded.append(UInt8(scalar.value + 0x20))
    case 0..<0x80: folded.append(UInt8(scalar.value))
    case 0x2E80..<0xA640: folded.append(scalar)
    default:
      for lower in scalar.properties.lowercaseMapping.unicodeScalars where !isUnseen(lower) {
        appendWithoutAccent(lower, to: &folded)
      }
    }
  }

  private static func appendWithoutAccent(
    _ letter: Unicode.Scalar, to folded: inout [UInt8]
  ) {
    let plain = plainLetters[letter] ?? letter
    switch plain {
    case "ß": folded.append(contentsOf: "ss".utf8)
    case "æ": folded.append(contentsOf: "ae".utf8)
    case "œ": folded.append(contentsOf: "oe".utf8)
    case "ς": folded.append(contentsOf: "σ".utf8)
    default: folded.append(plain)
    }
  }

  private static let plainLetters: [Unicode.Scalar: Unicode.Scalar] = {
    var plain: [Unicode.Scalar: Unicode.Scalar] = [:]
    var accented: Unicode.Scalar?
    for scalar in AccentTable.pairs.unicodeScalars {
      if let letter = accented {
        plain[letter] = scalar
        accented = nil
      } else {
        accented = scalar
      }
    }
    return plain
  }()
}

extension [UInt8] {
  fileprivate mutating func append(_ scalar: Unicode.Scalar) {
    // Every scalar has a form in UTF-8.
    if let units = UTF8.encode(scalar) { append(contentsOf: units) }
  }
}
