import CallbookProtocol

/// What the help says of a parameter beyond its own words: limits, choices, default.
enum FieldHelp {
  static func text(_ field: FieldSchema) -> String {
    ([field.help] + [choices(field.value), limits(field), fallback(field)].compactMap { $0 })
      .joined(separator: " ")
  }

  static func placeholder(_ field: FieldSchema) -> String { placeholder(field.value) }

  private static func placeholder(_ value: ValueSchema) -> String {
    switch value {
    case .text(let format?):
      switch format {
      case .identifier(_, let noun): noun.split(separator: " ").last?.uppercased() ?? "ID"
      case .dateTime: "TIME"
      case .date: "YYYY-MM-DD"
      case .uuid: "UUID"
      case .pattern(let shown): shown
      }
    case .text(nil): "TEXT"
    case .integer: "NUMBER"
    case .boolean: ""
    case .word: "WORD"
    case .list(let element): placeholder(element)
    case .nullable(let value): placeholder(value)
    case .object, .any: "JSON"
    }
  }

  private static func choices(_ value: ValueSchema) -> String? {
    switch value {
    case .word(let words): "One of: \(words.joined(separator: ", "))."
    case .list(let inner), .nullable(let inner): choices(inner)
    case .text(.identifier(let letter, _)?): "Such as \(letter)12."
    case .text, .integer, .boolean, .object, .any: nil
    }
  }

  private static func limits(_ field: FieldSchema) -> String? {
    guard let limits = field.limits else { return nil }
    let span = "\(limits.lowerBound) to \(limits.upperBound)"
    return switch field.value.bare {
    case .text: limits.count == 1 ? "\(limits.lowerBound) characters." : "\(span) characters."
    case .integer: "\(span)."
    case .list: limits.lowerBound == 0 ? "At most \(limits.upperBound)." : "\(span) times."
    case .boolean, .word, .object, .any, .nullable: nil
    }
  }

  private static func fallback(_ field: FieldSchema) -> String? {
    switch field.fallback {
    case let number as Int: "Default: \(number)."
    case let text as String where !text.isEmpty: "Default: \(text)."
    case let word as any ParameterWord: "Default: \(word.rawValue)."
    default: nil
    }
  }
}

extension ValueSchema {
  /// Without what allows null.
  var bare: ValueSchema {
    if case .nullable(let value) = self { value.bare } else { self }
  }
}
