/// Name and company in the form in which equals are equal, and as a number to look them up by.
package struct NameKey: Hashable, Sendable {
  /// Kind, name and company, folded and without spaces, with a control character between.
  package let text: String
  /// Whether contacts with this key may be the same: a person's name alone says too little.
  package let tellsApart: Bool

  package init(kind: ContactKind, name: String, company: String?) {
    let company = Self.folded(company ?? "")
    text = [kind.rawValue, Self.folded(name), company].joined(separator: "\u{1F}")
    tellsApart = kind == .organisation || !company.isEmpty
  }

  /// 王 小明 and 王小明 are one name.
  private static func folded(_ text: String) -> String {
    let folded = TextFolding.fold(text)
    // Most names here have none, and replacing what is not there costs more than the folding.
    return folded.utf8.contains(0x20) ? folded.replacing(" ", with: "") : folded
  }

  package var number: Int64 { Self.number(of: text, tellsApart: tellsApart) }

  /// The text's 64-bit FNV-1a hash, positive for a key that tells apart and negative for another.
  ///
  /// Two texts may have one number: whoever looks up by it compares the texts.
  package static func number(of text: String, tellsApart: Bool) -> Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    let bits = Int64(bitPattern: hash & 0x7FFF_FFFF_FFFF_FFFF)
    return tellsApart ? max(bits, 1) : ~bits
  }
}
