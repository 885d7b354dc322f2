package import CallbookModel

/// Whose emergency list it is.
package enum EmergencyHolder: Sendable, Equatable {
  case shop
  case contact(ContactID)

  /// More than anybody calls, and as the schema has it.
  static let mostPlaces = 20

  /// The shop is 0, which no contact is.
  var number: Int64 {
    switch self {
    case .shop: 0
    case .contact(let id): id.number
    }
  }
}

extension ReadTransaction {
  /// The list in the order of calling, with what is known of linked contacts filled in.
  package func emergencyList(of holder: EmergencyHolder) throws(CallbookError) -> [EmergencyContact]
  {
    var list = try sql.all(
      """
      SELECT e.place, coalesce(e.name, c.name), e.phone, e.relation, c.id
      FROM emergency e LEFT JOIN live_contact c ON c.id = e.contact
      WHERE e.holder = ? ORDER BY e.place
      """,
      { $0.bind(holder.number) },
      { row in
        EmergencyContact(
          place: Int(row.integer(0)), name: row.textOrNil(1), phone: row.textOrNil(2),
          relation: row.textOrNil(3), contact: row.identifierOrNil(4))
      })
    for place in list.indices {
      guard list[place].phone == nil, let contact = list[place].contact else { continue }
      list[place].phone = try points(of: contact, withRemoved: false)
        .first { $0.kind == .phone && !$0.doNotUse }?.value
    }
    return list
  }
}

extension WriteTransaction {
  /// Replaces a whole list.
  package func setEmergencyList(
    of holder: EmergencyHolder, to list: [EmergencyContact]
  ) throws(CallbookError) {
    let before = try storedTexts(of: holder)
    let listed = try contacts(on: holder)
    try sql.execute("DELETE FROM emergency WHERE holder = ?") { $0.bind(holder.number) }
    for entry in list { try insert(entry, of: holder) }
    let after = try storedTexts(of: holder)
    let places = Set(before.keys).union(after.keys).sorted()
    let changes = places.filter { before[$0] != after[$0] }.map {
      FieldChange("emergency/\($0)", before: before[$0], after: after[$0])
    }
    switch holder {
    case .shop: try record("emergency.set", .shop, changes)
    case .contact(let id): try record("emergency.set", .contact(id), changes)
    }
    // Whoever is called in an emergency is reviewed more often.
    for contact in try contacts(on: holder).symmetricDifference(listed).sorted() {
      try reviewPlanChanged(of: contact)
    }
  }

  private func contacts(on holder: EmergencyHolder) throws(CallbookError) -> Set<ContactID> {
    Set(
      try sql.all(
        "SELECT contact FROM emergency WHERE holder = ? AND contact IS NOT NULL",
        { $0.bind(holder.number) }, { $0.identifier(0) }))
  }

  func insert(
    _ entry: EmergencyContact, of holder: EmergencyHolder
  ) throws(CallbookError) {
    try sql.execute(
      """
      INSERT INTO emergency (holder, place, name, phone, relation, contact)
      VALUES (?, ?, ?, ?, ?, ?)
      """
    ) { row in
      row.bind(holder.number)
      row.bind(Int64(entry.place))
      row.bind(entry.name)
      row.bind(entry.phone)
      row.bind(entry.relation)
      row.bind(entry.contact)
    }
  }

  private func storedTexts(of holder: EmergencyHolder) throws(CallbookError) -> [Int64: String] {
    let rows = try sql.all(
      "SELECT place, name, phone, relation, contact FROM emergency WHERE holder = ?",
      { $0.bind(holder.number) },
      { row in
        (
          row.integer(0),
          (1...4).map { row.textOrNil($0) ?? "" }.joined(separator: "\u{1F}")
        )
      })
    return Dictionary(uniqueKeysWithValues: rows)
  }
}
