import CallbookModel
import CallbookProtocol

extension InputShape {
  /// How one parameter can be given; several ways for lists of objects and for what can be cleared.
  static func shapes(of field: FieldSchema) -> [InputShape] {
    let name = field.name.replacing("_", with: "-")
    switch field.value {
    case .boolean, .nullable(.boolean):
      let off = InputShape(
        name: "no-\(name)", place: .flag, help: Texts.notHelp(name),
        meaning: .constant(field, "false"))
      let on = InputShape(
        name: name, place: .flag, help: FieldHelp.text(field), meaning: .constant(field, "true"))
      return [on, off]
    case .list(.object(let schema)), .nullable(.list(.object(let schema))):
      return objects(field, schema, name)
    case .list, .nullable(.list):
      let singular = name.hasSuffix("s") ? String(name.dropLast()) : name
      let input = InputShape(
        name: singular, place: field.isPositional ? .positional : .option,
        placeholder: FieldHelp.placeholder(field), help: FieldHelp.text(field),
        isRequired: (field.limits?.lowerBound ?? 0) > 0 && !field.isNullable, isRepeated: true,
        alias: name, meaning: .member(field))
      return field.isNullable ? [input, clear(field, name, "[]")] : [input]
    case .object, .any, .nullable(.object), .nullable(.any):
      return [
        InputShape(
          name: name, place: .option, placeholder: "JSON", help: FieldHelp.text(field),
          isRequired: field.isRequired, meaning: .json(field))
      ]
    case .text, .integer, .word, .nullable:
      let input = InputShape(
        name: name, place: field.isPositional ? .positional : .option,
        placeholder: FieldHelp.placeholder(field), help: FieldHelp.text(field),
        isRequired: field.isRequired,
        meaning: .member(field))
      return field.fallback is any Clearable ? [input, clear(field, name, "null")] : [input]
    }
  }

  private static func clear(_ field: FieldSchema, _ name: String, _ json: String) -> InputShape {
    InputShape(
      name: "clear-\(name)", place: .flag, help: Texts.clearHelp(name),
      meaning: .constant(field, json))
  }

  private static func objects(
    _ field: FieldSchema, _ schema: ObjectSchema, _ name: String
  ) -> [InputShape] {
    let whole = InputShape(
      name: name, place: .option, placeholder: "JSON",
      help: "\(FieldHelp.text(field)) \(Texts.asJSON(schema))",
      meaning: .json(field))
    if case .word(let kinds)? = schema.field("kind")?.value, schema.field("value") != nil {
      let short = kinds.map { kind in
        InputShape(
          name: kind, place: .option, placeholder: Texts.pointPlaceholder(kind),
          help: Texts.pointHelp(kind), isRepeated: true, meaning: .object(field, .kind(kind)))
      }
      return short + [whole]
    }
    let members = schema.fields.filter(\.isPlain).map(\.name)
    guard members.count == schema.fields.count else { return [whole] }
    let short = InputShape(
      name: Texts.singular(name), place: .option,
      placeholder: members.map { $0.uppercased() }.joined(separator: ","),
      help: Texts.commaHelp(FieldHelp.text(field)), isRepeated: true,
      meaning: .object(field, .members(members)))
    return [short, whole]
  }
}

extension FieldSchema {
  var isNullable: Bool {
    if case .nullable = value { true } else { false }
  }

  /// Whether it is text in one piece.
  fileprivate var isPlain: Bool {
    switch value {
    case .text, .nullable(.text): true
    default: false
    }
  }
}

/// A parameter that null clears and that stays as it is when it is missing.
private protocol Clearable {}
extension Patch: Clearable {}
