import CallbookModel

/// The number that each kind uses next. Numbers of requests that fail are given out again.
struct NextIDs {
  private(set) var contact: Int64
  private(set) var point: Int64
  private(set) var staff: Int64

  /// Continues above everything that the store holds and above what a restore declared as used.
  init(_ sql: SQLConnection) throws(CallbookError) {
    contact = try Self.next(
      sql, "SELECT coalesce(max(id), 0) FROM contact", letter: Contact.idLetter)
    point = try Self.next(
      sql, "SELECT coalesce(max(id), 0) FROM point", letter: ContactPoint.idLetter)
    staff = try sql.first("SELECT coalesce(max(id), 0) + 1 FROM staff") { $0.integer(0) } ?? 1
  }

  mutating func takeContact() -> ContactID {
    defer { contact += 1 }
    return ContactID(contact)
  }

  mutating func takePoint() -> PointID {
    defer { point += 1 }
    return PointID(point)
  }

  mutating func takeStaff() -> Int64 {
    defer { staff += 1 }
    return staff
  }

  /// The highest number in use, by the kind's letter.
  var highest: [(letter: Unicode.Scalar, number: Int64)] {
    [(Contact.idLetter, contact - 1), (ContactPoint.idLetter, point - 1)]
  }

  private static func next(
    _ sql: SQLConnection, _ highest: StaticString, letter: Unicode.Scalar
  ) throws(CallbookError) -> Int64 {
    let stored = try sql.first(highest) { $0.integer(0) } ?? 0
    let floor = try sql.first(
      "SELECT floor FROM id_floor WHERE letter = ?", { $0.bind(String(letter)) },
      { $0.integer(0) })
    return max(stored + 1, floor ?? 1)
  }
}
