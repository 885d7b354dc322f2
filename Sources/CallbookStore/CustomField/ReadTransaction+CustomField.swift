package import CallbookModel

extension ReadTransaction {
  /// The fields that the shop defined, retired ones included; asked of the store once.
  package func customFields() throws(CallbookError) -> CustomFieldSet {
    if let known = fields.known { return known }
    let all = try sql.all(
      """
      SELECT key, label, subject, type, choices, required, place, state, rev, created_at
      FROM custom_field ORDER BY id
      """, { _ in }, { row throws(CallbookError) in try CustomField(row) })
    let set = CustomFieldSet(all)
    fields.keep(set)
    return set
  }

  /// - Throws: `NOT_FOUND`.
  package func customField(_ key: String) throws(CallbookError) -> CustomField {
    guard let field = try customFields().all.first(where: { $0.key == key }) else {
      throw CallbookError(
        .notFound, "there is no field with this key", hint: "callbook field list")
    }
    return field
  }

  /// Without a query in a shop that defined none.
  func fieldValues(of contact: ContactID) throws(CallbookError) -> CustomFieldValues {
    let defined = try customFields()
    guard defined.has(.contact) else { return CustomFieldValues() }
    let stored = try sql.all(
      """
      SELECT f.key, v.value FROM contact_field v JOIN custom_field f ON f.id = v.field
      WHERE v.contact = ?
      """, { $0.bind(contact) }, { (key: $0.text(0), text: $0.text(1)) })
    return values(stored, defined.of(.contact))
  }

  /// Of the version that the form is of.
  func fieldValues(of form: CallbackForm) throws(CallbookError) -> CustomFieldValues {
    let stored = try sql.all(
      """
      SELECT f.key, v.value FROM form_field v JOIN custom_field f ON f.id = v.field
      WHERE v.form = ? AND v.version = ?
      """,
      { row in
        row.bind(form.id)
        row.bind(form.version)
      }, { (key: $0.text(0), text: $0.text(1)) })
    return values(stored, try customFields().of(.form))
  }

  /// In the order of the fields.
  private func values(
    _ stored: [(key: String, text: String)], _ fields: [CustomField]
  ) -> CustomFieldValues {
    guard !stored.isEmpty else { return CustomFieldValues() }
    return CustomFieldValues(
      fields.compactMap { field in
        guard let text = stored.first(where: { $0.key == field.key })?.text,
          let value = field.value(stored: text)
        else { return nil }
        return CustomFieldValues.Entry(field.key, value)
      })
  }
}

extension CustomField {
  /// Between choices in the store.
  static let separator: Character = "\u{1F}"

  fileprivate init(_ row: SQLStatement) throws(CallbookError) {
    self.init(
      key: row.text(0), label: row.text(1), subject: try row.word(2), type: try row.word(3),
      choices: row.text(4).split(separator: Self.separator).map(String.init),
      isRequired: row.boolean(5), place: Int(row.integer(6)), state: try row.word(7),
      rev: row.integer(8), createdAt: row.instant(9))
  }
}
