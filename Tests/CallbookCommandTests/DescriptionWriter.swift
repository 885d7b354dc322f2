import CallbookModel
import CallbookRequests

@testable import CallbookProtocol

/// Writes what the command knows of requests, as Swift, from the requests' own declarations.
struct DescriptionWriter {
  private var lines = [
    "// Generated from CallbookRequests by the tests (make goldens); do not edit.",
    "// swift-format-ignore-file", "", "import CallbookModel", "",
  ]

  static func text(_ methods: [Method]) -> String {
    var writer = DescriptionWriter()
    writer.write(methods)
    return writer.lines.joined(separator: "\n")
  }

  /// A function for each, so that a run of the command makes one of them.
  private mutating func write(_ methods: [Method]) {
    lines += ["extension MethodDescription {", "  static let names = ["]
    lines += methods.map { "    \(quoted($0.name))," }
    lines += ["  ]", "", "  static func named(_ name: String) -> MethodDescription? {"]
    lines += ["    switch name {"]
    lines += methods.map { "    case \(quoted($0.name)): \(identifier($0))" }
    lines += ["    default: nil", "    }", "  }"]
    for method in methods { write(method) }
    lines.append("}")
  }

  private mutating func write(_ method: Method) {
    lines += [
      "", "  private static var \(identifier(method)): MethodDescription {",
      "    MethodDescription(",
      "      name: \(quoted(method.name)),", "      summary: \(quoted(method.summary)),",
      "      isChange: \(method.effect == .write),",
      "      permission: \(permission(method.permission)),", "      fields: [",
    ]
    for field in method.parameters.fields { write(field, indent: "        ") }
    lines.append("      ],")
    lines.append("      examples: [")
    lines += method.examples.map { "        \(quoted($0.params))," }
    lines += ["      ])", "  }"]
  }

  private mutating func write(_ field: FieldSchema, indent: String) {
    lines.append("\(indent)FieldDescription(")
    lines.append("\(indent)  name: \(quoted(field.name)), help: \(quoted(field.help)),")
    lines.append("\(indent)  value: \(value(field.value, indent: indent + "  "))")
    var more: [String] = []
    if field.isPositional { more.append("isPositional: true") }
    if field.isRequired { more.append("isRequired: true") }
    if let limits = field.limits {
      more.append("limits: \(limits.lowerBound)...\(limits.upperBound)")
    }
    if let fallback = fallback(field) { more.append("fallback: \(quoted(fallback))") }
    if isClearable(field) { more.append("isClearable: true") }
    if !more.isEmpty { lines[lines.count - 1] += ",\n\(indent)  " + more.joined(separator: ", ") }
    lines[lines.count - 1] += "),"
  }

  private func value(_ schema: ValueSchema, indent: String) -> String {
    switch schema {
    case .text(nil): return ".text()"
    case .text(let format?): return text(format)
    case .integer: return ".integer"
    case .boolean: return ".boolean"
    case .word(let words): return ".word([\(words.map(quoted).joined(separator: ", "))])"
    case .list(let element): return ".list(\(value(element, indent: indent)))"
    case .nullable(let inner): return ".nullable(\(value(inner, indent: indent)))"
    case .object(let object):
      var inner = DescriptionWriter()
      inner.lines = [".object(["]
      for field in object.fields { inner.write(field, indent: indent + "  ") }
      return (inner.lines + ["\(indent)])"]).joined(separator: "\n")
    case .fields: return ".fields"
    case .any: return ".any"
    }
  }

  private func text(_ format: ValueSchema.TextFormat) -> String {
    switch format {
    case .identifier(let letter, let noun):
      let shown = noun.split(separator: " ").last?.uppercased() ?? "ID"
      return ".text(shown: \(quoted(shown)), instance: \"\(letter)12\")"
    case .dateTime: return ".time"
    case .date: return ".date"
    case .uuid: return ".text(shown: \"UUID\")"
    case .pattern(let shown): return ".text(shown: \(quoted(shown)))"
    }
  }

  private func permission(_ permission: Permission) -> String {
    if permission == .everybody { return ".everybody" }
    var text = "PermissionDescription(roles: \(list(permission.roles))"
    if !permission.owners.isEmpty { text += ", owners: \(list(permission.owners))" }
    if permission.isForCaretaker { text += ", isForCaretaker: true" }
    return text + ")"
  }

  private func list(_ roles: Roles) -> String {
    "[\(roles.list.map { ".\($0.rawValue)" }.joined(separator: ", "))]"
  }

  /// What is worth telling: numbers, words, texts that are not empty.
  private func fallback(_ field: FieldSchema) -> String? {
    switch field.fallback {
    case let number as Int: "\(number)"
    case let text as String where !text.isEmpty: text
    case let word as any ParameterWord: word.rawValue
    default: nil
    }
  }

  /// A list that may be missing and may be empty is cleared by giving the empty one.
  private func isClearable(_ field: FieldSchema) -> Bool {
    if case .list = field.value { return field.refusesNull && field.limits?.lowerBound ?? 0 == 0 }
    return field.isClearedByNull
  }

  /// `contact.add` → `contactAdd`.
  private func identifier(_ method: Method) -> String {
    let words = method.name.split(separator: ".")
    return words.dropFirst().reduce(words.first.map(String.init) ?? "") {
      $0 + $1.prefix(1).uppercased() + $1.dropFirst()
    }
  }

  private func quoted(_ text: String) -> String {
    text.contains { $0 == "\"" || $0 == "\\" } ? "#\"\(text)\"#" : "\"\(text)\""
  }
}
