import CallbookModel

/// What refers to a contact, and follows it when it is merged, and back.
extension WriteTransaction {
  // MARK: Members of an organisation

  func moveMembers(
    of other: Contact, to survivor: Contact
  ) throws(CallbookError) -> [ContactID] {
    let members = try members(of: other.id)
    try sql.execute("UPDATE contact SET organisation_id = ? WHERE organisation_id = ?") { row in
      row.bind(survivor.id)
      row.bind(other.id)
    }
    try refile(members, from: other.name, to: survivor.name)
    return members.map(\.id)
  }

  /// Those that were given to somebody else since, or to nobody, stay there.
  func returnMembers(
    _ ids: [ContactID], of survivor: Contact, to other: Contact
  ) throws(CallbookError) {
    guard !ids.isEmpty else { return }
    let wanted = Set(ids)
    let members = try members(of: survivor.id).filter { wanted.contains($0.id) }
    for member in members {
      try sql.execute("UPDATE contact SET organisation_id = ? WHERE id = ?") { row in
        row.bind(other.id)
        row.bind(member.id)
      }
    }
    try refile(members, from: survivor.name, to: other.name)
  }

  // MARK: Places on emergency lists

  func moveListings(
    of other: ContactID, to survivor: ContactID
  ) throws(CallbookError) -> [MergeRecord.Listing] {
    let listings = try sql.all(
      """
      SELECT holder, place, name, phone, relation, contact FROM emergency WHERE contact = ?
      ORDER BY holder, place
      """,
      { $0.bind(other) },
      { row in MergeRecord.Listing(holder: row.integer(0), entry: EmergencyContact(row, from: 1)) })
    try sql.execute("UPDATE emergency SET contact = ? WHERE contact = ?") { row in
      row.bind(survivor)
      row.bind(other)
    }
    return listings
  }

  /// A place that says something else since stays as it is.
  func returnListings(
    _ listings: [MergeRecord.Listing], of survivor: ContactID
  ) throws(CallbookError) {
    for listing in listings {
      try sql.execute(
        """
        UPDATE emergency SET contact = ?
        WHERE holder = ? AND place = ? AND contact = ? AND name IS ? AND phone IS ?
          AND relation IS ?
        """
      ) { row in
        row.bind(listing.entry.contact)
        row.bind(listing.holder)
        row.bind(Int64(listing.entry.place))
        row.bind(survivor)
        row.bind(listing.entry.name)
        row.bind(listing.entry.phone)
        row.bind(listing.entry.relation)
      }
    }
  }

  // MARK: The contact's own emergency list

  /// - Returns: what the survivor's list gained.
  /// - Throws: `WRONG_STATE` when both do not fit into one.
  func joinEmergencyList(
    of other: ContactID, to survivor: ContactID
  ) throws(CallbookError) -> [EmergencyContact] {
    let own = try entries(of: survivor)
    var gained: [EmergencyContact] = []
    for var entry in try entries(of: other) where !own.contains(where: { $0.isSame(as: entry) }) {
      entry.place = (own.last?.place ?? 0) + gained.count + 1
      gained.append(entry)
    }
    guard own.count + gained.count <= EmergencyHolder.mostPlaces else {
      throw CallbookError(
        .wrongState,
        "both emergency lists together have \(own.count + gained.count) places, and one has at "
          + "most \(EmergencyHolder.mostPlaces): shorten that of \(other) first",
        hint: "callbook emergency set \(other)")
    }
    try insert(gained, of: survivor)
    return gained
  }

  /// What was changed since stays.
  func returnEmergencyList(
    _ gained: [EmergencyContact], of survivor: ContactID
  ) throws(CallbookError) {
    guard !gained.isEmpty else { return }
    var left = try entries(of: survivor)
    for entry in gained {
      var wanted = entry
      // It may have been moved by another merge since.
      wanted.contact = try entry.contact.flatMap { id throws(CallbookError) in
        try self.survivor(of: id)
      }
      if let place = left.lastIndex(where: { $0.isSame(as: wanted) }) { left.remove(at: place) }
    }
    for place in left.indices { left[place].place = place + 1 }
    try sql.execute("DELETE FROM emergency WHERE holder = ?") { $0.bind(survivor) }
    try insert(left, of: survivor)
  }

  /// As they are stored, without what is known of linked contacts.
  private func entries(of holder: ContactID) throws(CallbookError) -> [EmergencyContact] {
    try sql.all(
      """
      SELECT place, name, phone, relation, contact FROM emergency WHERE holder = ?
      ORDER BY place
      """, { $0.bind(holder) }, { EmergencyContact($0, from: 0) })
  }

  private func insert(
    _ entries: [EmergencyContact], of holder: ContactID
  ) throws(CallbookError) {
    for entry in entries { try insert(entry, of: .contact(holder)) }
  }
}

extension EmergencyContact {
  fileprivate init(_ row: SQLStatement, from column: Int32) {
    self.init(
      place: Int(row.integer(column)), name: row.textOrNil(column + 1),
      phone: row.textOrNil(column + 2), relation: row.textOrNil(column + 3),
      contact: row.identifierOrNil(column + 4))
  }

  /// Whether they say the same, wherever they stand.
  fileprivate func isSame(as other: EmergencyContact) -> Bool {
    (name, phone, relation) == (other.name, other.phone, other.relation)
      && contact == other.contact
  }

  /// As the ledger writes it.
  var ledgerText: String {
    [name, phone, relation, contact.map { String($0.number) }].map { $0 ?? "" }
      .joined(separator: "\u{1F}")
  }
}
