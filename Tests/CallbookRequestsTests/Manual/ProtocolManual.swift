import CallbookModel
import CallbookProtocol
import CallbookRequests
import CallbookTesting
import Foundation

/// `docs/protocol.md`: a preface that is written by hand, and what the program says of itself.
enum ProtocolManual {
  static func text() throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let preface = try String(
      contentsOf: folder.appendingPathComponent("preface.md"), encoding: .utf8)
    return try preface.replacing("{{hello}}", with: code([hello()]))
      .replacing("{{errors}}", with: errors).replacing("{{limits}}", with: limits())
      .replacing("{{events}}", with: code(events()))
      + "\n## Methods\n" + MethodTable.all.methods.map(section).joined()
  }

  private static func section(_ method: Method) throws -> String {
    var text = "\n### \(method.name)\n\n\(method.summary)\n\n\(roles(method))\n"
    if !method.parameters.fields.isEmpty {
      text += "\n| parameter | | |\n|---|---|---|\n"
      for field in method.parameters.fields {
        text += "| `\(field.name)` | \(shape(field)) | \(field.help) |\n"
      }
    }
    if !method.errors.isEmpty {
      text += "\nMay fail with " + method.errors.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      text += ", beside what any request may.\n"
    }
    for example in method.examples {
      text += try "\n\(example.title):\n\n" + code(exchange(method, example.params))
    }
    return text
  }

  private static func roles(_ method: Method) -> String {
    let permission = method.permission
    if permission.isForEverybody { return "For everybody on the staff list." }
    var text = "For " + permission.roles.list.map(\.rawValue).joined(separator: ", ")
    if !permission.owners.isEmpty { text += "; for an agent when the contact is theirs" }
    if permission.isForCaretaker { text += "; for root" }
    if permission.isForRescuer { text += "; for root while no admin can call" }
    return text + "."
  }

  private static func shape(_ field: FieldSchema) -> String {
    let limits = field.limits.map { " \($0.lowerBound)…\($0.upperBound)" } ?? ""
    return shape(field.value) + limits + (field.isRequired ? ", required" : "")
  }

  private static func shape(_ value: ValueSchema) -> String {
    switch value {
    case .text(.none): "text"
    case .text(.identifier(let letter, _)): "id, `\(letter)12`"
    case .text(.dateTime): "time, RFC 3339"
    case .text(.date): "date"
    case .text(.uuid): "UUID"
    case .text(.pattern(let shown)): "`\(shown)`"
    case .integer: "integer"
    case .boolean: "boolean"
    case .word(let words): words.map { "`\($0)`" }.joined(separator: " ")
    case .list(let element): "list of \(shape(element))"
    case .nullable(let wrapped): shape(wrapped)
    case .object(let schema):
      "{" + schema.fields.map { "`\($0.name)`" }.joined(separator: " ") + "}"
    case .fields: "{key: text, number, true, false or null}"
    case .any: "anything"
    }
  }

  // MARK: What the program answers

  private static func hello() throws -> String {
    let (shop, admin) = try ExampleShop.open()
    defer { withExtendedLifetime(shop) {} }
    return admin.greeting
  }

  private static func exchange(_ method: Method, _ params: String) throws -> [String] {
    let (shop, admin) = try ExampleShop.open()
    let line = #"{"jsonrpc":"2.0","id":1,"method":"\#(method.name)","params":\#(params)}"#
    admin.send(line)
    defer { withExtendedLifetime(shop) {} }
    let answers = admin.lines()
    let most = 4
    let more = answers.count > most ? ["and \(answers.count - most) more"] : []
    return ["→ \(line)"] + answers.prefix(most).map { "← \($0)" } + more
  }

  private static func events() throws -> [String] {
    let (shop, admin) = try ExampleShop.open()
    let lines = [
      #"{"jsonrpc":"2.0","id":1,"method":"events.subscribe","params":{"topics":["contact"]}}"#,
      #"{"jsonrpc":"2.0","id":2,"method":"contact.add","params":{"name":"刘电工"}}"#,
    ]
    defer { withExtendedLifetime(shop) {} }
    return lines.flatMap { line -> [String] in
      admin.send(line)
      return ["→ \(line)"] + admin.lines().map { "← \($0)" }
    }
  }

  private static func code(_ lines: [String]) -> String {
    "```\n" + lines.joined(separator: "\n") + "\n```\n"
  }

  // MARK: Tables

  private static var errors: String {
    let ofMethods = MethodTable.all.methods.flatMap(\.errors)
    let known = Set(Reason.common + ofMethods + [.tooManyConnections])
    return "| kind | code | retryable | reasons |\n|---|---|---|---|\n"
      + ErrorKind.allCases.map { kind in
        let reasons = Reason.allCases.filter { $0.kind == kind && known.contains($0) }
          .map { "`\($0.rawValue)`" }
        return "| `\(kind.rawValue)` | \(kind.code) | \(kind.isRetryable ? "yes" : "no") | "
          + reasons.joined(separator: ", ") + " |"
      }.joined(separator: "\n")
  }

  /// Each limit with its reason: the doc comment of its declaration.
  private static func limits() throws -> String {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../../Sources/CallbookProtocol/Envelope/ProtocolLimits.swift")
    let source = try String(contentsOf: file, encoding: .utf8)
    let declared = source.matches(of: /\/\/\/ (.+)\n  package var (\w+) = ([\d_]+)/)
    return "| limit | | why |\n|---|---|---|\n"
      + declared.map { "| `\(snake($0.2))` | \($0.3.replacing("_", with: "")) | \($0.1) |" }
      .joined(separator: "\n")
  }

  private static func snake(_ name: Substring) -> String {
    name.map { $0.isUppercase ? "_\($0.lowercased())" : String($0) }.joined()
  }
}
