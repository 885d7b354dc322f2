import CallbookFormats
import CallbookModel

/// No card is lost silently: each becomes a contact or a problem, however the file arrives.
enum VCardProperties {
  /// A card without its pictures.
  private static let cardBytes = 262_144

  static func check(_ input: [UInt8]) throws {
    let input = CutInput(input)
    guard let (encoding, text) = try TextProperties.check(input) else { return }
    let entries = try entries(input.rest, encoding, chunkBytes: 65_536)
    try require(
      try self.entries(input.rest, encoding, chunkBytes: input.chunkBytes) == entries,
      "cards differ when they come in chunks")
    try checkPlaces(of: entries)
    if let count = cardCount(of: text) {
      try require(entries.count(where: isCard) == count, "every card is read or refused")
    }
    try ContactProperties.check(
      entries.compactMap { if case .draft(_, let draft, _, _) = $0 { draft } else { nil } })
  }

  private static func entries(
    _ bytes: [UInt8], _ encoding: TextEncoding?, chunkBytes: Int
  ) throws -> [ContactEntry] {
    let cards = try VCardContacts(
      TextProperties.source(bytes, encoding, chunkBytes: chunkBytes))
    var entries: [ContactEntry] = []
    while let entry = try cards.next() { entries.append(entry) }
    return entries
  }

  private static func checkPlaces(of entries: [ContactEntry]) throws {
    var line = 0
    for entry in entries {
      try require(entry.line > line, "entries stand on lines that go on")
      line = entry.line
      let raw =
        switch entry {
        case .draft(_, _, let raw, _), .problem(_, _, let raw): raw
        }
      guard case .card(let lines) = raw else { throw BrokenProperty("a card is kept as a card") }
      let bytes = lines.reduce(0) { $0 + $1.utf8.count }
      // BEGIN and END are kept beyond the limit.
      try require(bytes <= cardBytes + 128, "a card that is kept is within its limit")
    }
  }

  private static func isCard(_ entry: ContactEntry) -> Bool {
    if case .problem(_, .outsideCard, _) = entry { false } else { true }
  }

  /// How many cards begin in a text, as the simplest reading has it; nil for a text with folded
  /// lines, old encodings, which join lines, or agents, whose cards stand within cards.
  private static func cardCount(of text: [UInt8]) -> Int? {
    let plain = String(decoding: text, as: UTF8.self).uppercased()
    let joining = ["QUOTED-PRINTABLE", "BASE64", "ENCODING", "AGENT", "\n ", "\n\t"]
    let scalars = plain.unicodeScalars
    guard !joining.contains(where: { has($0, in: scalars) }) else { return nil }
    return scalars.split(separator: "\n").count { line in
      let parts = trimmed(line).split(separator: ":", omittingEmptySubsequences: false)
      return parts.count == 2 && isMark("BEGIN", parts[0]) && isMark("VCARD", parts[1])
        && line.reduce(0) { $0 + UTF8.width($1) } < 64
    }
  }

  private static func has(_ word: String, in text: String.UnicodeScalarView) -> Bool {
    text.split(separator: word.unicodeScalars, maxSplits: 1, omittingEmptySubsequences: false)
      .count > 1
  }

  private static func isMark(_ word: String, _ part: Substring.UnicodeScalarView) -> Bool {
    String(String.UnicodeScalarView(trimmed(part))) == word
  }

  private static func trimmed(
    _ text: Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView {
    let isSpace = { (scalar: Unicode.Scalar) in
      scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
    }
    let front = text.drop(while: isSpace)
    guard let end = front.lastIndex(where: { !isSpace($0) }) else {
      return front[..<front.startIndex]
    }
    return front[...end]
  }
}
