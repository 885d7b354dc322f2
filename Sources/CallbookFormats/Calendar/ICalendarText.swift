/// Values of the type TEXT (RFC 5545, section 3.3.11).
package enum ICalendarText {
  /// What a calendar can hold of a text: section 3.1 has no control characters but tab and line feed.
  package static func plain(_ text: String) -> String {
    let text = CellText.withLineFeeds(text)
    guard text.utf8.contains(where: isForbidden) else { return text }
    return String(decoding: text.utf8.filter { !isForbidden($0) }, as: UTF8.self)
  }

  static func escaped(_ text: String) -> String { VCardText.escaped(plain(text)) }

  private static func isForbidden(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != 0x09 && byte != 0x0A) || byte == 0x7F
  }
}
