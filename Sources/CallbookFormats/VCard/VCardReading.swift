import CallbookModel

/// Makes contacts of cards.
struct VCardReading {
  let mojibake: MojibakeDetector

  func entry(of card: VCard) -> ContactEntry {
    let raw = RawEntry.card(card.raw)
    if let fault = card.fault { return .problem(line: card.line, fault, raw: raw) }
    var builder = VCardBuilder(notes: card.notes)
    for property in card.properties {
      let value = Self.decodedValue(of: property)
      if mojibake.isMojibake(value) {
        return .problem(line: card.line, .mojibake(property.name), raw: raw)
      }
      if value.utf8.contains(0) || property.parameters.contains(where: \.hasNUL) {
        return .problem(line: card.line, .nul, raw: raw)
      }
      if let fault = builder.take(property, value) {
        return .problem(line: card.line, fault, raw: raw)
      }
    }
    guard let draft = builder.finish() else {
      return .problem(line: card.line, .nameless, raw: raw)
    }
    return .draft(line: card.line, draft, raw: raw, notes: builder.notes)
  }

  /// The value without its quoted-printable, in the character set that the property names.
  private static func decodedValue(of property: VCardProperty) -> String {
    guard property.encoding == .quotedPrintable else {
      return CellText.withLineFeeds(property.value)
    }
    let bytes = QuotedPrintable.decoded(property.value)
    let named = property.parameter("CHARSET").flatMap { TextEncoding(label: $0) }
    let encoding = named ?? guess(bytes)
    // A character set that the system lacks is read as UTF-8: then U+FFFD tells that it is not.
    if encoding != .utf8, let transcoder = try? Transcoder(from: encoding) {
      return CellText.withLineFeeds(
        String(decoding: transcoder.convert(bytes[...], isLast: true), as: UTF8.self))
    }
    return CellText.withLineFeeds(String(decoding: bytes, as: UTF8.self))
  }

  private static func guess(_ bytes: [UInt8]) -> TextEncoding {
    switch EncodingGuess.of(bytes[...], isWhole: true) {
    case .encoding(let encoding): encoding
    case .undecided, .unrecognised: .utf8
    }
  }
}
