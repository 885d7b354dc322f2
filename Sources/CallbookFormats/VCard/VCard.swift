/// The lines of one card, read but not yet understood.
struct VCard {
  let line: Int
  /// For the reject file: as in the file, unfolded, without what is left out.
  var raw: [String] = []
  private(set) var properties: [VCardProperty] = []
  private(set) var notes: [ContactNote] = []
  private(set) var fault: ContactFault?
  /// Whether the last property announces the card of an agent.
  private(set) var endsWithAgent = false
  private var bytes = 0

  init(line: Int) {
    self.line = line
  }

  mutating func take(_ line: VCardLine, limit: Int) {
    let whole = VCardProperty(line.text) ?? VCardProperty(line.text, heedsQuotes: false)
    guard let property = whole else {
      guard !CellText.trimmed(line.text).isEmpty else { return }
      keep(line.text, limit)
      leaveOut("a line that is no property")
      return
    }
    endsWithAgent = property.name == "AGENT"
    if Self.leftOut.contains(property.name) || property.encoding == .base64 {
      leaveOut(property.name)
    } else {
      if line.isCutOff { fault = fault ?? .propertyTooLong(property.name) }
      keep(line.text, limit)
      properties.append(property)
    }
  }

  private mutating func leaveOut(_ place: String) {
    let note = ContactNote.leftOut(place)
    if !notes.contains(note) { notes.append(note) }
  }

  private mutating func keep(_ text: String, _ limit: Int) {
    bytes += text.utf8.count
    if bytes > limit { fault = fault ?? .cardTooLong } else { raw.append(text) }
  }

  /// What a contact has no place for, and what can be very long.
  private static let leftOut: Set<String> = ["PHOTO", "LOGO", "SOUND", "KEY", "AGENT"]
}
