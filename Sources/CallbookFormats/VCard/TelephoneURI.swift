/// Numbers of the form `tel:+86-571-88000009;ext=317` (RFC 3966), as people write them.
enum TelephoneURI {
  /// The text itself when it is no such URI.
  static func number(of text: String) -> String {
    guard text.lowercased().hasPrefix("tel:") else { return text }
    let parts = text.dropFirst(4).split(separator: ";")
    guard var number = parts.first.map({ CellText.trimmed($0) }) else { return text }
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { continue }
      switch pair[0].lowercased() {
      case "ext": number += " ext. " + pair[1]
      case "phone-context" where pair[1].hasPrefix("+") && !number.hasPrefix("+"):
        number = pair[1] + " " + number
      default: continue
      }
    }
    // What is in it may be one again; a number that was read stays as it is when read once more.
    number = CellText.trimmed(number)
    return number.lowercased().hasPrefix("tel:") ? self.number(of: number) : number
  }
}
