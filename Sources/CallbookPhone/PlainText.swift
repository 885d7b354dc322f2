import CallbookModel

/// Brings what input methods, telephones and documents write into the ASCII that means the same.
enum PlainText {
  /// Lower-case ASCII, with `x` for every Chinese word for an extension.
  ///
  /// - Returns: nil when there is anything in it that no number has.
  static func fold(_ typed: String) -> [UInt8]? {
    var plain: [UInt8] = []
    plain.reserveCapacity(typed.utf8.count)
    let scalars = Array(typed.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index].halfWidth
      if let (byte, length) = extensionWord(scalars[index...]) {
        plain.append(byte)
        index += length
        continue
      }
      index += 1
      if isInvisible(scalar) { continue }
      guard let byte = ascii(scalar) else { return nil }
      plain.append(byte)
    }
    return trimmed(plain)
  }

  private static let extensionWords = ["转", "轉", "分机", "分機", "内线", "內線"]
    .map { Array($0.unicodeScalars) }

  private static func extensionWord(
    _ rest: ArraySlice<Unicode.Scalar>
  ) -> (byte: UInt8, length: Int)? {
    guard let word = extensionWords.first(where: rest.starts(with:)) else { return nil }
    return (UInt8(ascii: "x"), word.count)
  }

  /// Marks of writing direction and joining, which telephones put around numbers that are copied.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .format
  }

  private static func ascii(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar {
    case "A"..."Z": return UInt8(ascii: scalar) | 0x20
    case "[", "【", "〔": return UInt8(ascii: "(")
    case "]", "】", "〕": return UInt8(ascii: ")")
    case " "..."~": return UInt8(ascii: scalar)
    case "\t", "\u{A0}", "\u{2000}"..."\u{200A}", "\u{202F}": return UInt8(ascii: " ")
    case "\u{2010}"..."\u{2015}", "−", "ー": return UInt8(ascii: "-")
    case "·", "・", "•": return UInt8(ascii: ".")
    default: return nil
    }
  }

  private static func trimmed(_ plain: [UInt8]) -> [UInt8] {
    let space = UInt8(ascii: " ")
    let start = plain.drop { $0 == space }
    guard let end = start.lastIndex(where: { $0 != space }) else { return [] }
    return Array(start[...end])
  }
}
