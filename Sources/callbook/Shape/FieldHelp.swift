/// What the help says of a parameter: its own words, limits, choices, default.
struct FieldHelp {
  private let derived: DerivedTexts
  private var texts: Texts { derived.texts }

  init(_ derived: DerivedTexts) {
    self.derived = derived
  }

  func text(_ field: FieldDescription) -> String {
    texts.sentences(
      [derived.text(field.help)]
        + [choices(field.value, of: field.name), limits(field), field.fallback.map(texts.fallback)]
        .compactMap { $0 })
  }

  static func placeholder(_ value: ValueDescription) -> String {
    switch value {
    case .text(let shown, _): shown
    case .time: "TIME"
    case .date: "DATE"
    case .integer: "NUMBER"
    case .boolean: ""
    case .word: "WORD"
    case .list(let element): placeholder(element)
    case .nullable(let value): placeholder(value)
    case .object, .any: "JSON"
    case .fields: "KEY=VALUE"
    }
  }

  private func choices(_ value: ValueDescription, of name: String) -> String? {
    switch value {
    case .word(let words): texts.oneOf(words.map { texts.wordWithMeaning(name, $0) })
    case .list(let inner), .nullable(let inner): choices(inner, of: name)
    case .text(_, let instance?): texts.suchAs(instance)
    case .time: texts.suchAsTime
    case .date: texts.suchAsDay
    case .text, .integer, .boolean, .object, .fields, .any: nil
    }
  }

  private func limits(_ field: FieldDescription) -> String? {
    guard let limits = field.limits else { return nil }
    return switch field.value.bare {
    case .text: texts.characters(limits)
    case .integer: texts.numbers(limits)
    case .list: texts.times(limits)
    case .time, .date, .boolean, .word, .object, .fields, .any, .nullable: nil
    }
  }
}
