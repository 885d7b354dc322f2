/// The formats of files of contacts, recognised by what is in them.
package enum ContactFormat: String, Sendable, CaseIterable {
  case csv
  case vcard
  case jsonLines = "jsonl"

  /// - Parameter front: the first characters of the text, a few hundred bytes.
  init(front: ArraySlice<UInt8>) {
    let text = String(decoding: front, as: UTF8.self)
      .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if Self.beginsCard(text) {
      self = .vcard
    } else if text.first == "{" {
      self = .jsonLines
    } else {
      self = .csv
    }
  }
  /// Whether a card begins here, be it behind lines of other text: but a row of headings before it
  /// is a table's, and the card is in one of its cells.
  private static func beginsCard(_ text: Substring) -> Bool {
    for line in text.unicodeScalars.split(whereSeparator: { $0 == "\n" || $0 == "\r" }) {
      if CellText.trimmed(Substring(line)).lowercased().hasPrefix("begin:vcard") { return true }
      if line.contains(where: { $0 == "," || $0 == ";" || $0 == "\t" }) { return false }
    }
    return false
  }
}
