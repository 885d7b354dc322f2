package import CallbookModel

extension ReadTransaction {
  /// Live contacts that may be the same as this one, by the keys that they share (DOMAIN C7). In
  /// the order of their ids.
  package func possibleDuplicates(of contact: Contact) throws(CallbookError) -> [ContactID] {
    var found: [ContactID] = []
    for key in contact.duplicateKeys { found += try holders(of: key) }
    // Mostly there is nobody.
    return found.isEmpty ? [] : Set(found).subtracting([contact.id]).sorted()
  }

  /// The live contacts that have this key now, in the order of their ids.
  package func holders(of key: DuplicateKey) throws(CallbookError) -> [ContactID] {
    // Sorted here: for DISTINCT and ORDER BY the statement would fill tables in memory, which cost
    // more than all the rest of it, and mostly there is nothing to sort.
    let found: [ContactID] =
      switch key.reason {
      case .phone:
        try sql.all(
          """
          SELECT c.id FROM point p JOIN live_contact c ON c.id = p.contact
          WHERE p.digits = ? AND p.removed_at IS NULL
          """,
          { $0.bind(PhoneNumber(e164: key.value).reversedDigits) }, { $0.identifier(0) })
      case .email:
        try sql.all(
          """
          SELECT c.id FROM point p JOIN live_contact c ON c.id = p.contact
          WHERE p.digits IS NULL AND p.normal = ? AND p.kind = ? AND p.removed_at IS NULL
          """,
          { row in
            row.bind(key.value)
            row.bind(ContactPoint.Kind.email)
          }, { $0.identifier(0) })
      case .name: try holders(ofName: key.value)
      }
    return found.count < 2 ? found : Set(found).sorted()
  }

  private func holders(ofName text: String) throws(CallbookError) -> [ContactID] {
    try named(NameKey.number(of: text, tellsApart: true)).filter { $0.key.text == text }.map(\.id)
  }

  /// The live contacts whose name and company give this number, and what they are called.
  func named(
    _ number: Int64
  ) throws(CallbookError) -> [(id: ContactID, key: NameKey)] {
    try sql.all(
      """
      SELECT c.id, c.kind, c.name, coalesce(o.name, c.organisation)
      FROM name_key k JOIN live_contact c ON c.id = k.contact
        LEFT JOIN live_contact o ON o.id = c.organisation_id
      WHERE k.key = ? ORDER BY c.id
      """,
      { $0.bind(number) },
      { row throws(CallbookError) in
        (
          row.identifier(0),
          NameKey(kind: try row.word(1), name: row.text(2), company: row.textOrNil(3))
        )
      })
  }

  /// Contacts with a phone or an email, also where it was removed; also some that are not live.
  package func contacts(
    everHaving normal: String, _ kind: ContactPoint.Kind
  ) throws(CallbookError) -> [ContactID] {
    guard kind == .phone else {
      return try sql.all(
        "SELECT contact FROM point WHERE digits IS NULL AND normal = ? AND kind = ?",
        { row in
          row.bind(normal)
          row.bind(kind)
        }, { $0.identifier(0) })
    }
    return try sql.all(
      "SELECT contact FROM point WHERE digits = ?",
      { $0.bind(PhoneNumber(e164: normal).reversedDigits) }, { $0.identifier(0) })
  }

  /// Contacts with this name and company, or a few of them; also some that are not live.
  package func contacts(named key: NameKey) throws(CallbookError) -> [ContactID] {
    try sql.all(
      "SELECT contact FROM name_key WHERE key = ? LIMIT 20", { $0.bind(key.number) },
      { $0.identifier(0) })
  }
}
