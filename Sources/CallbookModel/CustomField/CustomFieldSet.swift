/// The fields that a shop defined, and what they say of values.
package struct CustomFieldSet: Sendable, Equatable {
  /// By place, those of one place as they were defined.
  package let all: [CustomField]

  /// - Parameter all: in the order in which they were defined.
  package init(_ all: [CustomField] = []) {
    self.all = all.enumerated()
      .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
      .map(\.element)
  }

  package func of(_ subject: CustomField.Subject) -> [CustomField] {
    all.filter { $0.subject == subject }
  }

  package func has(_ subject: CustomField.Subject) -> Bool {
    all.contains { $0.subject == subject }
  }

  package func field(_ key: String, of subject: CustomField.Subject) -> CustomField? {
    all.first { $0.key == key && $0.subject == subject }
  }

  /// A value as the store keeps it; nil for a field that there is not.
  package func value(
    stored text: String, of key: String, _ subject: CustomField.Subject
  ) -> CustomFieldValue? {
    field(key, of: subject)?.value(stored: text)
  }

  /// The values after a change that somebody makes.
  ///
  /// A thing without any change of its fields is not looked at: old rows stay valid when a field
  /// becomes required.
  ///
  /// - Parameters:
  ///   - existing: the values before; of something new, none.
  ///   - isNew: whether required fields are demanded although the change names none.
  /// - Throws: `INVALID_PARAMS` with everything that is wrong, at `/fields/KEY`.
  package func validated(
    _ given: CustomFieldPatch, for subject: CustomField.Subject,
    existing: CustomFieldValues = CustomFieldValues(), isNew: Bool
  ) throws(CallbookError) -> CustomFieldValues {
    guard isNew || !given.isEmpty else { return existing }
    var (values, violations) = applied(given, subject, existing, takesRetired: false)
    violations += missing(in: values, given, subject)
    guard violations.isEmpty else { throw .wrongFields(violations) }
    return values
  }

  /// The values of a row of a file, which may be older than the definitions: retired fields are taken
  /// as they are.
  ///
  /// - Parameter isNew: whether required fields are demanded; of something that is there already
  ///   they are not.
  /// - Throws: `INVALID_PARAMS` with everything that is wrong, at `/fields/KEY`.
  package func validated(
    fromFile given: CustomFieldPatch, for subject: CustomField.Subject, isNew: Bool
  ) throws(CallbookError) -> CustomFieldValues {
    var (values, violations) = applied(given, subject, CustomFieldValues(), takesRetired: true)
    if isNew { violations += missing(in: values, given, subject) }
    guard violations.isEmpty else { throw .wrongFields(violations) }
    return values
  }

  /// The values that somebody looks for; of retired fields, too.
  ///
  /// - Throws: `INVALID_PARAMS` as ``validated(_:for:existing:isNew:)``.
  package func wanted(
    _ given: CustomFieldPatch, of subject: CustomField.Subject
  ) throws(CallbookError) -> CustomFieldValues {
    guard !given.isEmpty else { return CustomFieldValues() }
    var (values, violations) = applied(given, subject, CustomFieldValues(), takesRetired: true)
    violations += given.entries.filter { $0.value == nil }
      .map { Violation("/fields/\($0.key)", "needs a value to look for") }
    guard violations.isEmpty else { throw .wrongFields(violations) }
    return values
  }

  private func applied(
    _ given: CustomFieldPatch, _ subject: CustomField.Subject, _ existing: CustomFieldValues,
    takesRetired: Bool
  ) -> (CustomFieldValues, [Violation]) {
    var values = existing
    var violations: [Violation] = []
    func complain(_ key: String, _ message: String) {
      let step = key.replacing("~", with: "~0").replacing("/", with: "~1")
      violations.append(Violation("/fields/\(step)", message))
    }
    for entry in given.entries {
      guard let field = field(entry.key, of: subject) else {
        complain(entry.key, unknown(subject))
        continue
      }
      guard let value = entry.value else {
        values[field.key] = nil
        continue
      }
      switch field.read(value) {
      case .complaint(let message): complain(field.key, message)
      case .value(let value):
        if field.state == .retired, !takesRetired, existing[field.key] != value {
          complain(field.key, "is retired: it takes no new value")
        } else {
          values[field.key] = value
        }
      }
    }
    return (sorted(values), violations)
  }

  /// Required fields without a value; one that was given and is wrong is told of already.
  private func missing(
    in values: CustomFieldValues, _ given: CustomFieldPatch, _ subject: CustomField.Subject
  ) -> [Violation] {
    all.filter { field in
      field.subject == subject && field.isRequired && field.state == .active
        && values[field.key] == nil
        && !given.entries.contains { $0.key == field.key && $0.value != nil }
    }.map { Violation("/fields/\($0.key)", "is required") }
  }

  private func sorted(_ values: CustomFieldValues) -> CustomFieldValues {
    CustomFieldValues(
      all.compactMap { field in values[field.key].map { CustomFieldValues.Entry(field.key, $0) } })
  }

  private func unknown(_ subject: CustomField.Subject) -> String {
    let keys = of(subject).filter { $0.state == .active }.map(\.key)
    return keys.isEmpty
      ? "is no field of a \(subject.rawValue); an admin defines one: callbook field add"
      : "is no field of a \(subject.rawValue); there are \(keys.joined(separator: ", "))"
  }
}

extension CallbookError {
  fileprivate static func wrongFields(_ violations: [Violation]) -> CallbookError {
    let count = violations.count == 1 ? "one thing is" : "\(violations.count) things are"
    return CallbookError(
      .invalidParams, "\(count) wrong with the custom fields", hint: "callbook field list",
      violations: violations)
  }
}
