extension InputShape {
  /// How one parameter can be given; several ways for lists of objects and for what can be cleared.
  static func shapes(of field: FieldDescription, _ derived: DerivedTexts) -> [InputShape] {
    let texts = derived.texts
    let name = field.name.replacing("_", with: "-")
    switch field.value {
    case .boolean, .nullable(.boolean):
      let off = InputShape(
        name: "no-\(name)", place: .flag, help: texts.notHelp(name),
        meaning: .constant(field, "false"))
      let on = InputShape(
        name: name, place: .flag, help: FieldHelp(derived).text(field),
        meaning: .constant(field, "true"))
      return [on, off]
    case .list(.object(let members)), .nullable(.list(.object(let members))):
      return objects(field, members, name, derived)
    case .list, .nullable(.list):
      let singular = name.hasSuffix("s") ? String(name.dropLast()) : name
      let input = InputShape(
        name: singular, place: field.isPositional ? .positional : .option,
        placeholder: FieldHelp.placeholder(field.value), help: FieldHelp(derived).text(field),
        isRequired: field.isRequired, isRepeated: true, alias: name, meaning: .member(field))
      return field.isClearable ? [input, clear(field, name, "[]", texts)] : [input]
    case .fields, .nullable(.fields):
      return entries(field, name, derived)
    case .object, .any, .nullable(.object), .nullable(.any):
      return [
        InputShape(
          name: name, place: .option, placeholder: "JSON", help: FieldHelp(derived).text(field),
          isRequired: field.isRequired, meaning: .json(field))
      ]
    case .text, .time, .date, .integer, .word, .nullable:
      let input = InputShape(
        name: name, place: field.isPositional ? .positional : .option,
        placeholder: FieldHelp.placeholder(field.value), help: FieldHelp(derived).text(field),
        isRequired: field.isRequired,
        meaning: .member(field))
      return field.isClearable ? [input, clear(field, name, "null", texts)] : [input]
    }
  }

  private static func clear(
    _ field: FieldDescription, _ name: String, _ json: String, _ texts: Texts
  ) -> InputShape {
    InputShape(
      name: "clear-\(name)", place: .flag, help: texts.clearHelp(name),
      meaning: .constant(field, json))
  }

  private static func entries(
    _ field: FieldDescription, _ name: String, _ derived: DerivedTexts
  ) -> [InputShape] {
    let help = FieldHelp(derived).text(field)
    return [
      InputShape(
        name: singular(name), place: .option, placeholder: FieldHelp.placeholder(field.value),
        help: derived.texts.entryHelp(help), isRepeated: true, meaning: .entry(field)),
      InputShape(
        name: name, place: .option, placeholder: "JSON", help: derived.texts.entriesAsJSON(help),
        meaning: .json(field)),
    ]
  }

  private static func objects(
    _ field: FieldDescription, _ members: [FieldDescription], _ name: String,
    _ derived: DerivedTexts
  ) -> [InputShape] {
    let texts = derived.texts
    let whole = InputShape(
      name: name, place: .option, placeholder: "JSON",
      help: texts.sentences([FieldHelp(derived).text(field), texts.asJSON(members.map(\.name))]),
      meaning: .json(field))
    if case .word(let kinds)? = members.first(where: { $0.name == "kind" })?.value,
      members.contains(where: { $0.name == "value" })
    {
      let short = kinds.map { kind in
        InputShape(
          name: kind, place: .option, placeholder: pointPlaceholder(kind),
          help: texts.pointHelp(kind), isRepeated: true, meaning: .object(field, .kind(kind)))
      }
      return short + [whole]
    }
    guard members.allSatisfy(\.isPlain) else { return [whole] }
    let names = members.map(\.name)
    let short = InputShape(
      name: singular(name), place: .option,
      placeholder: names.map { $0.uppercased() }.joined(separator: ","),
      help: texts.commaHelp(FieldHelp(derived).text(field)), isRepeated: true,
      meaning: .object(field, .members(names)))
    return [short, whole]
  }
}

extension InputShape {
  private static func pointPlaceholder(_ kind: String) -> String {
    switch kind {
    case "phone": "NUMBER"
    case "email", "address": "ADDRESS"
    default: "NAME"
    }
  }

  private static func singular(_ name: String) -> String {
    name == "people" ? "person" : name.hasSuffix("s") ? String(name.dropLast()) : name
  }
}

extension FieldDescription {
  /// Whether it is text in one piece.
  fileprivate var isPlain: Bool {
    switch value {
    case .text, .time, .date, .nullable(.text), .nullable(.time), .nullable(.date): true
    default: false
    }
  }
}
