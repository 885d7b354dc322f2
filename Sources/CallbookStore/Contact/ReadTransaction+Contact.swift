package import CallbookModel

extension ReadTransaction {
  /// A live contact with its points that are in use; the one that it was merged into, if it was.
  ///
  /// - Parameter withRemoved: whether points that were removed come along.
  /// - Throws: `NOT_FOUND`.
  package func contact(
    _ id: ContactID, withRemoved: Bool = false
  ) throws(CallbookError) -> Contact {
    guard let contact = try contactOrSurvivor(id, withRemoved: withRemoved) else {
      throw .noContact(id)
    }
    return contact
  }

  /// A live contact, or the one that it was merged into.
  package func contactOrSurvivor(
    _ id: ContactID, withRemoved: Bool = false
  ) throws(CallbookError) -> Contact? {
    if let contact = try contactIfLive(id, withRemoved: withRemoved) { return contact }
    guard let survivor = try survivor(of: id) else { return nil }
    var contact = try contactIfLive(survivor, withRemoved: withRemoved)
    contact?.mergedInto = survivor
    return contact
  }

  /// - Parameter withRemoved: whether points that were removed come along.
  package func contactIfLive(
    _ id: ContactID, withRemoved: Bool = false
  ) throws(CallbookError) -> Contact? {
    try contact(id, in: .live, withRemoved: withRemoved)
  }

  func contact(
    _ id: ContactID, in state: ContactState, withRemoved: Bool
  ) throws(CallbookError) -> Contact? {
    let contact = try sql.first(
      """
      SELECT c.id, c.uuid, c.rev, c.kind, c.name, c.title, coalesce(o.name, c.organisation),
        c.organisation_id, c.category, c.status, c.source, s.user, c.language, c.notes,
        c.created_at, c.updated_at,
        (SELECT group_concat(tag, char(31)) FROM contact_tag t WHERE t.contact = c.id),
        c.review_cycle
      FROM contact c
        LEFT JOIN live_contact o ON o.id = c.organisation_id
        LEFT JOIN staff s ON s.id = c.owner
      WHERE c.id = ? AND c.state = ?
      """,
      { row in
        row.bind(id)
        row.bind(state)
      }, { row throws(CallbookError) in try Contact(row) })
    guard var contact else { return nil }
    contact.points = try points(of: id, withRemoved: withRemoved)
    contact.fields = try fieldValues(of: id)
    return contact
  }

  /// The user name of whoever looks after a live contact, or the one that it was merged into.
  ///
  /// - Throws: `NOT_FOUND`.
  package func owner(of id: ContactID) throws(CallbookError) -> String? {
    let owner: String?? = try sql.first(
      "SELECT s.user FROM live_contact c LEFT JOIN staff s ON s.id = c.owner WHERE c.id = ?",
      { $0.bind(id) }, { $0.textOrNil(0) })
    if let owner { return owner }
    guard let survivor = try survivor(of: id), survivor != id else { throw .noContact(id) }
    return try self.owner(of: survivor)
  }

  /// In the order in which they are to be used: preferred, primary, backup; then as they were added.
  func points(of id: ContactID, withRemoved: Bool) throws(CallbookError) -> [ContactPoint] {
    let points = try sql.all(
      """
      SELECT id, kind, value, normal, extension, label, rank, preferred, consent, do_not_use,
        quiet_hours, verified_on, removed_at,
        (SELECT user FROM staff s WHERE s.id = verified_by), verified_how
      FROM point WHERE contact = ?
      """,
      { $0.bind(id) }, { row throws(CallbookError) in try ContactPoint(row) })
    return (withRemoved ? points : points.filter { $0.removedAt == nil })
      .sorted { ($0.useOrder, $0.id) < ($1.useOrder, $1.id) }
  }

  /// The contacts that a phone number belongs to, oldest first; also some that are not live.
  ///
  /// - Parameter number: E.164.
  package func contacts(withPhone number: String) throws(CallbookError) -> [ContactID] {
    let holders: [ContactID] = try sql.all(
      "SELECT contact FROM point WHERE digits = ? AND removed_at IS NULL",
      { $0.bind(PhoneNumber(e164: number).reversedDigits) }, { $0.identifier(0) })
    return holders.count < 2 ? holders : Set(holders).sorted()
  }

  /// The live contact that a point belongs to, removed points included. It has the point under
  /// the id that ``currentPoint(_:)`` gives.
  ///
  /// - Throws: `NOT_FOUND`.
  package func contact(holding point: PointID) throws(CallbookError) -> Contact {
    let point = try currentPoint(point)
    let holder: ContactID? = try sql.first(
      "SELECT contact FROM point WHERE id = ?", { $0.bind(point) }, { $0.identifier(0) })
    guard let holder, let contact = try contactIfLive(holder, withRemoved: true) else {
      throw CallbookError(
        .notFound, "there is no contact point \(point)", hint: "callbook contact card CONTACT")
    }
    return contact
  }
}

extension CallbookError {
  package static func noContact(_ id: ContactID) -> CallbookError {
    CallbookError(.notFound, "there is no contact \(id)", hint: "callbook find NAME")
  }
}

extension ContactPoint {
  fileprivate var useOrder: Int { isPreferred ? 0 : rank == .primary ? 1 : 2 }

  fileprivate init(_ row: SQLStatement) throws(CallbookError) {
    self.init(
      id: row.identifier(0), kind: try row.word(1), value: row.text(2), normal: row.text(3),
      extensionDigits: row.textOrNil(4), label: row.textOrNil(5), rank: try row.word(6),
      isPreferred: row.boolean(7), consent: try row.word(8), doNotUse: row.boolean(9),
      quietHours: row.textOrNil(10).flatMap { QuietHours($0) },
      verifiedOn: row.textOrNil(11).flatMap { CalendarDate($0) }, verifiedBy: row.textOrNil(13),
      verifiedHow: row.isNull(14) ? nil : try row.word(14),
      removedAt: row.isNull(12) ? nil : row.instant(12))
  }
}

extension Contact {
  fileprivate init(_ row: SQLStatement) throws(CallbookError) {
    self.init(
      id: row.identifier(0), uuid: row.uniqueID(1), rev: row.integer(2), kind: try row.word(3),
      name: row.text(4), title: row.textOrNil(5), organisation: row.textOrNil(6),
      organisationID: row.identifierOrNil(7), category: try row.word(8),
      tags: row.textOrNil(16).map { $0.split(separator: "\u{1F}").map(String.init) } ?? [],
      status: try row.word(9), source: row.textOrNil(10), owner: row.textOrNil(11),
      language: row.textOrNil(12),
      reviewCycle: row.textOrNil(17).flatMap { ReviewCycle($0) }, notes: row.textOrNil(13),
      createdAt: row.instant(14),
      updatedAt: row.instant(15))
  }
}
