package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Defines one more field for contacts or callback forms (DOMAIN C9).
package struct AddField: WriteRequest {
  package static let method = "field.add"
  package static let summary = "Defines one more field for contacts or callback forms."
  package static let permission = Permission.roles(.admin)
  package static let errors: [Reason] = [.alreadyExists]
  package static let examples = [
    RequestExample(
      "A choice",
      #"{"field":"size","label":"店铺规模","type":"choice","choices":["小","中","大"]}"#)
  ]

  @Parameter(.positional, "By which programs know it: a-z, 0-9 and _, such as size.", in: 1...32)
  package var field: String
  @Parameter("What people call it.", in: 1...100) package var label: String
  @Parameter("What it is a field of.") package var subject: CustomField.Subject = .contact
  @Parameter("What its values are; for good.") package var type: CustomField.ValueType = .text
  @Parameter("Of a choice, its words in their order; once for each.", in: 0...100)
  package var choices: [String]
  @Parameter("Whether it has to be filled in; what is there already stays as it is.")
  package var required: Bool = false
  @Parameter("Where it stands among the others; last when it is left out.", in: 1...1000)
  package var place: Int?
  package init() {}

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> CustomField {
    let defined = try store.customFields()
    if let known = defined.all.first(where: { $0.key == field }) {
      throw CallbookError(
        .alreadyExists,
        "there is a field with this key (\(known.state.rawValue)), of a \(known.subject.rawValue)",
        hint: known.state == .retired
          ? "callbook field restore \(field)" : "callbook field edit \(field)")
    }
    let new = CustomField(
      key: field, label: TextFolding.trimmed(label), subject: subject, type: type,
      choices: choices.map(TextFolding.trimmed), isRequired: required,
      place: place ?? (defined.of(subject).map(\.place).max() ?? 0) + 1, createdAt: store.at)
    try new.check()
    try store.insert(new)
    return new
  }
}

extension CustomField {
  /// - Throws: `INVALID_PARAMS` with everything that is wrong with the definition.
  func check() throws(CallbookError) {
    let violations = violations
    guard violations.isEmpty else {
      throw CallbookError(
        .invalidParams, "the field cannot be defined so", violations: violations)
    }
  }
}
