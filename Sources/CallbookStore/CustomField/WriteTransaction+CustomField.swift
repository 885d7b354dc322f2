package import CallbookModel

extension WriteTransaction {
  package func insert(_ field: CustomField) throws(CallbookError) {
    let number = ids.takeField()
    try sql.execute(
      """
      INSERT INTO custom_field (id, key, label, subject, type, choices, required, place, state, rev,
        created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    ) { row in
      row.bind(number)
      row.bind(field.key)
      row.bind(field.label)
      row.bind(field.subject)
      row.bind(field.type)
      row.bind(field.choicesText)
      row.bind(field.isRequired)
      row.bind(Int64(field.place))
      row.bind(field.state)
      row.bind(field.rev)
      row.bind(field.createdAt)
    }
    try record("field.added", .field(number), field.changes(since: nil))
    forgetFields()
  }

  /// Writes what differs between two states of a definition.
  package func save(
    _ new: CustomField, over old: CustomField, event: String
  ) throws(CallbookError) -> CustomField {
    let changes = new.changes(since: old)
    guard !changes.isEmpty else { return old }
    var field = new
    field.rev = old.rev + 1
    try sql.execute(
      """
      UPDATE custom_field SET label = ?, choices = ?, required = ?, place = ?, state = ?, rev = ?
      WHERE key = ?
      """
    ) { row in
      row.bind(field.label)
      row.bind(field.choicesText)
      row.bind(field.isRequired)
      row.bind(Int64(field.place))
      row.bind(field.state)
      row.bind(field.rev)
      row.bind(field.key)
    }
    let number = try sql.first(
      "SELECT id FROM custom_field WHERE key = ?", { $0.bind(field.key) }, { $0.integer(0) })
    try record(event, .field(number ?? 0), changes)
    forgetFields()
    return field
  }

  func insertFields(of contact: Contact) throws(CallbookError) {
    for entry in contact.fields.entries {
      let text = entry.value.storedText
      try sql.execute(
        """
        INSERT INTO contact_field (contact, field, value, folded)
        VALUES (?, (SELECT id FROM custom_field WHERE key = ?), ?, ?)
        """
      ) { row in
        row.bind(contact.id)
        row.bind(entry.key)
        row.bind(text)
        row.bind(TextFolding.fold(text))
      }
    }
  }

  func insertFields(of form: CallbackForm) throws(CallbookError) {
    for entry in form.answers.fields.entries {
      let text = entry.value.storedText
      try sql.execute(
        """
        INSERT INTO form_field (form, version, field, value, folded)
        VALUES (?, ?, (SELECT id FROM custom_field WHERE key = ?), ?, ?)
        """
      ) { row in
        row.bind(form.id)
        row.bind(form.version)
        row.bind(entry.key)
        row.bind(text)
        row.bind(TextFolding.fold(text))
      }
    }
  }

  private func forgetFields() {
    fields.forget()
    afterCommit(.fieldsChanged)
  }
}

extension CustomField {
  fileprivate var choicesText: String? {
    type == .choice ? choices.joined(separator: String(Self.separator)) : nil
  }

  fileprivate func changes(since old: CustomField?) -> [FieldChange] {
    [
      ("key", old?.key, key), ("label", old?.label, label),
      ("subject", old?.subject.rawValue, subject.rawValue),
      ("type", old?.type.rawValue, type.rawValue), ("choices", old?.choicesText, choicesText),
      ("required", old.map { "\($0.isRequired)" }, "\(isRequired)"),
      ("place", old.map { "\($0.place)" }, "\(place)"),
      ("state", old?.state.rawValue, state.rawValue),
    ].filter { $0.1 != $0.2 }.map { FieldChange($0.0, before: $0.1, after: $0.2) }
  }
}
