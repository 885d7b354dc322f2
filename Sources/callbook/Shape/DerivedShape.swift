import CallbookModel
import CallbookProtocol
import CallbookRequests

extension CommandShape {
  /// The command of a request: nothing in it is written by hand.
  init(of method: Method) {
    words = method.name.split(separator: ".").map(String.init)
    summary = method.summary
    inputs = method.parameters.fields.flatMap(InputShape.shapes)
    inputs += (method.effect == .write ? GeneralInputs.ofChanges : []) + GeneralInputs.all
    permission = Texts.whoMay(method.permission)
    let shape = self
    examples = method.examples.compactMap { ExampleLine(shape, params: $0.params)?.text }
  }
}

extension InputShape {
  /// How one parameter can be given; several ways for lists of objects and for what can be cleared.
  static func shapes(of field: FieldSchema) -> [InputShape] {
    let name = field.name.replacing("_", with: "-")
    let help = FieldHelp.text(field)
    switch field.value {
    case .boolean, .nullable(.boolean):
      let off = InputShape(
        name: "no-\(name)", place: .flag, help: Texts.notHelp(name),
        meaning: .constant(field, "false"))
      let on = InputShape(
        name: name, place: .flag, help: help, meaning: .constant(field, "true"))
      return [on, off]
    case .list(.object(let schema)), .nullable(.list(.object(let schema))):
      return objects(field, schema, name, help)
    case .list, .nullable(.list):
      let singular = name.hasSuffix("s") ? String(name.dropLast()) : name
      let input = InputShape(
        name: singular, place: field.isPositional ? .positional : .option,
        placeholder: FieldHelp.placeholder(field), help: help,
        isRequired: (field.limits?.lowerBound ?? 0) > 0 && !field.isNullable, isRepeated: true,
        alias: name, meaning: .member(field))
      return field.isNullable ? [input, clear(field, name, "[]")] : [input]
    case .object, .any, .nullable(.object), .nullable(.any):
      return [
        InputShape(
          name: name, place: .option, placeholder: "JSON", help: help,
          isRequired: field.isRequired, meaning: .json(field))
      ]
    case .text, .integer, .word, .nullable:
      let input = InputShape(
        name: name, place: field.isPositional ? .positional : .option,
        placeholder: FieldHelp.placeholder(field), help: help, isRequired: field.isRequired,
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
    _ field: FieldSchema, _ schema: ObjectSchema, _ name: String, _ help: String
  ) -> [InputShape] {
    let whole = InputShape(
      name: name, place: .option, placeholder: "JSON", help: "\(help) \(Texts.asJSON(schema))",
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
      help: Texts.commaHelp(help), isRepeated: true, meaning: .object(field, .members(members)))
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
