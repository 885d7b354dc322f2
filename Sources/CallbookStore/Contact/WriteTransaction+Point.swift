import CallbookModel

extension WriteTransaction {
  func insert(_ point: ContactPoint, of contact: ContactID) throws(CallbookError) {
    try sql.execute(
      """
      INSERT INTO point (id, contact, kind, value, normal, digits, extension, label, rank, preferred,
        consent, do_not_use, quiet_hours, verified_on, verified_by, verified_how,
        removed_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT id FROM staff WHERE user = ?), ?, ?)
      """
    ) { row in
      row.bind(point.id)
      row.bind(contact)
      bindFields(of: point, to: row)
    }
  }

  /// Writes the points that differ. The one that is no longer preferred goes first, because at
  /// most one may be.
  func savePoints(of new: Contact, over old: Contact) throws(CallbookError) {
    for point in new.points.sorted(by: { !$0.isPreferred && $1.isPreferred }) {
      guard let before = old.points.first(where: { $0.id == point.id }) else {
        try insert(point, of: new.id)
        continue
      }
      guard before != point else { continue }
      try update(point)
      if before.normal != point.normal { try noteCorrection(of: point.id) }
    }
  }

  private func update(_ point: ContactPoint) throws(CallbookError) {
    try sql.execute(
      """
      UPDATE point SET kind = ?, value = ?, normal = ?, digits = ?, extension = ?, label = ?, rank = ?,
        preferred = ?, consent = ?, do_not_use = ?, quiet_hours = ?, verified_on = ?,
        verified_by = (SELECT id FROM staff WHERE user = ?), verified_how = ?, removed_at = ?
      WHERE id = ?
      """
    ) { row in
      bindFields(of: point, to: row)
      row.bind(point.id)
    }
  }

  private func bindFields(of point: ContactPoint, to row: SQLStatement) {
    row.bind(point.kind)
    row.bind(point.value)
    row.bind(point.normal)
    row.bind(point.kind == .phone ? PhoneNumber(e164: point.normal).reversedDigits : nil)
    row.bind(point.extensionDigits)
    row.bind(point.label)
    row.bind(point.rank)
    row.bind(point.isPreferred)
    row.bind(point.consent)
    row.bind(point.doNotUse)
    row.bind(point.quietHours?.description)
    row.bind(point.verifiedOn?.description)
    row.bind(point.verifiedBy)
    row.bind(point.verifiedHow?.rawValue)
    row.bind(point.removedAt)
  }
}
