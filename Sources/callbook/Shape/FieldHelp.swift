/// What the help says of a parameter beyond its own words: limits, choices, default.
enum FieldHelp {
  static func text(_ field: FieldDescription) -> String {
    ([field.help] + [choices(field.value), limits(field), fallback(field)].compactMap { $0 })
      .joined(separator: " ")
  }

  static func placeholder(_ value: ValueDescription) -> String {
    switch value {
    case .text(let shown, _): shown
    case .integer: "NUMBER"
    case .boolean: ""
    case .word: "WORD"
    case .list(let element): placeholder(element)
    case .nullable(let value): placeholder(value)
    case .object, .any: "JSON"
    }
  }

  private static func choices(_ value: ValueDescription) -> String? {
    switch value {
    case .word(let words): "One of: \(words.joined(separator: ", "))."
    case .list(let inner), .nullable(let inner): choices(inner)
    case .text(_, let instance?): "Such as \(instance)."
    case .text, .integer, .boolean, .object, .any: nil
    }
  }

  private static func limits(_ field: FieldDescription) -> String? {
    guard let limits = field.limits else { return nil }
    let span = "\(limits.lowerBound) to \(limits.upperBound)"
    return switch field.value.bare {
    case .text: limits.count == 1 ? "\(limits.lowerBound) characters." : "\(span) characters."
    case .integer: "\(span)."
    case .list: limits.lowerBound == 0 ? "At most \(limits.upperBound)." : "\(span) times."
    case .boolean, .word, .object, .any, .nullable: nil
    }
  }

  private static func fallback(_ field: FieldDescription) -> String? {
    field.fallback.map { "Default: \($0)." }
  }
}
