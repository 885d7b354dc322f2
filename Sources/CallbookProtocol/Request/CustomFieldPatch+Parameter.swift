import CallbookJSON
package import CallbookModel

extension CustomFieldPatch: ParameterValue {
  package static var valueSchema: ValueSchema { .fields }
  package static var valueWhenAbsent: CustomFieldPatch? { CustomFieldPatch() }
  package static var isNeverRequired: Bool { true }
  package static var exampleValue: CustomFieldPatch { CustomFieldPatch() }

  /// More than any shop defines; beyond it a row is a mistake.
  private static let mostMembers = 200

  package static func read(from decoder: any Decoder) throws -> CustomFieldPatch {
    guard let wire = decoder as? WireDecoder else { return try Self(from: decoder) }
    guard wire.node.kind == .object, wire.node.count <= mostMembers else {
      throw CallbookError(
        .invalidParams,
        "must be an object of at most \(mostMembers) fields, such as {\"licence\":\"A-1\"}"
      )
    }
    var entries: [Entry] = []
    for (key, node) in wire.node.members {
      guard let value = Value(node) else {
        throw CallbookError(
          .invalidParams,
          "must hold texts, numbers, true, false and null only; a number has at most "
            + "15 digits and no exponent")
      }
      entries.append(Entry(key, value.given))
    }
    return CustomFieldPatch(entries)
  }

  private struct Value {
    /// nil clears.
    let given: CustomFieldValue?

    init?(_ node: JSONNode) {
      switch node.kind {
      case .null: given = nil
      case .boolean: given = .flag(node.boolean == true)
      case .string: given = .text(node.string ?? "")
      case .integer, .number:
        guard let number = DecimalNumber(String(decoding: node.rawBytes, as: UTF8.self)) else {
          return nil
        }
        given = .number(number)
      case .array, .object: return nil
      }
    }
  }
}

extension CustomFieldValues: ParameterValue {
  package static var valueSchema: ValueSchema { .fields }
  package static var valueWhenAbsent: CustomFieldValues? { CustomFieldValues() }
  package static var exampleValue: CustomFieldValues { CustomFieldValues() }
}

extension CustomFieldValue: ParameterValue {
  package static var valueSchema: ValueSchema { .any }
  package static var exampleValue: CustomFieldValue { .flag(true) }
}

extension CustomField.Subject: ParameterWord {
  package static var exampleValue: Self { .contact }
}
extension CustomField.ValueType: ParameterWord {
  package static var exampleValue: Self { .text }
}
extension CustomField.State: ParameterWord {
  package static var exampleValue: Self { .active }
}
