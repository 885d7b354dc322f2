/// What a point of a card is for: TYPE parameters and Apple's labels.
enum VCardLabel {
  static func of(types: [String]) -> String? {
    for type in types {
      switch type {
      case "cell", "mobile", "iphone": return "mobile"
      case "work": return "work"
      case "home": return "home"
      case "fax", "workfax", "homefax": return "fax"
      case "pager": return "pager"
      default: continue
      }
    }
    return nil
  }

  /// `_$!<Mobile>!$_` is how Apple marks a label of its own.
  static func named(_ text: String) -> String {
    guard text.hasPrefix("_$!<"), text.hasSuffix(">!$_") else { return text }
    let word = String(text.dropFirst(4).dropLast(4))
    return of(types: [word.lowercased()]) ?? word
  }

  /// The TYPE that says `label`; nil when none does.
  static func type(for label: String) -> String? {
    switch label {
    case "mobile": "cell"
    case "work", "home", "fax", "pager": label
    default: nil
    }
  }
}
