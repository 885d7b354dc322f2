package import CallbookModel

/// The contacts of a file of cards: vCard 4.0 (RFC 6350), 3.0 (RFC 2426) and 2.1, also mixed.
package final class VCardContacts: ContactSource {
  /// A card without its pictures; what becomes of it has to fit into a request of 256 KiB.
  static let cardBytes = 262_144

  private let text: TextSource
  private var lines: VCardLineReader
  /// The BEGIN that ended a card without END.
  private var begin: VCardLine?
  private let reading: VCardReading

  package init(_ text: TextSource) throws(CallbookError) {
    self.text = text
    lines = VCardLineReader(text)
    reading = VCardReading(
      mojibake: try MojibakeDetector())
  }

  package var headings: [String]? { nil }
  package var encoding: TextEncoding { text.encoding }
  package var bytesRead: Int { text.bytesRead }
  package var totalBytes: Int? { text.totalBytes }

  package func next() throws(CallbookError) -> ContactEntry? {
    if let begin {
      self.begin = nil
      return try card(from: begin)
    }
    var stray: ContactEntry?
    while let line = try lines.next() {
      if Self.isMark("BEGIN", line.text) {
        guard let stray else { return try card(from: line) }
        begin = line
        return stray
      }
      if stray == nil, !CellText.trimmed(line.text).isEmpty {
        stray = .problem(line: line.number, .outsideCard, raw: .card([line.text]))
      }
    }
    return stray
  }

  private func card(from begin: VCardLine) throws(CallbookError) -> ContactEntry {
    var card = VCard(line: begin.number)
    card.raw.append(begin.text)
    var agentDepth = 0
    while let line = try lines.next() {
      if Self.isMark("BEGIN", line.text) {
        // vCard 2.1 puts an agent's card within the card.
        if agentDepth > 0 || card.endsWithAgent {
          agentDepth += 1
          continue
        }
        self.begin = line
        return .problem(line: card.line, .unendedCard, raw: .card(card.raw))
      }
      if Self.isMark("END", line.text) {
        if agentDepth > 0 {
          agentDepth -= 1
          continue
        }
        card.raw.append(line.text)
        return reading.entry(of: card)
      }
      if agentDepth == 0 { card.take(line, limit: Self.cardBytes) }
    }
    return .problem(line: card.line, .unendedCard, raw: .card(card.raw))
  }

  static func isMark(_ word: String, _ line: String) -> Bool {
    // Most lines are neither: a look at the first letter spares the rest.
    guard line.utf8.count < 64, let first = line.utf8.first,
      first <= 0x20 || first >= 0x80 || first | 0x20 == (word.utf8.first ?? 0) | 0x20
    else { return false }
    // A name that is empty is one, too: `:BEGIN:VCARD` begins nothing.
    let parts = CellText.trimmed(line).uppercased()
      .split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && CellText.trimmed(parts[0]) == word
      && CellText.trimmed(parts[1]) == "VCARD"
  }
}
