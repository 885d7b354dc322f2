import CallbookModel

/// The number that each kind uses next. Numbers of requests that fail are given out again.
struct NextIDs {
  private struct Kind {
    let letter: Unicode.Scalar
    /// The highest number that is stored.
    let highest: StaticString
  }

  /// One row for each kind that has ids.
  private static let kinds = [
    Kind(letter: Appointment.idLetter, highest: "SELECT coalesce(max(id), 0) FROM appointment"),
    Kind(letter: Contact.idLetter, highest: "SELECT coalesce(max(id), 0) FROM contact"),
    Kind(letter: ContactPoint.idLetter, highest: "SELECT coalesce(max(id), 0) FROM point"),
    Kind(letter: BookingOff.idLetter, highest: "SELECT coalesce(max(id), 0) FROM booking_off"),
    Kind(letter: CancelRequest.idLetter, highest: "SELECT coalesce(max(id), 0) FROM cancellation"),
    Kind(letter: Callback.idLetter, highest: "SELECT coalesce(max(id), 0) FROM callback"),
    Kind(letter: CallbackForm.idLetter, highest: "SELECT coalesce(max(id), 0) FROM form"),
    Kind(letter: Batch.idLetter, highest: "SELECT coalesce(max(id), 0) FROM batch"),
    Kind(letter: Reminder.idLetter, highest: "SELECT coalesce(max(id), 0) FROM reminder"),
    Kind(letter: Review.idLetter, highest: "SELECT coalesce(max(id), 0) FROM review"),
    Kind(letter: Interaction.idLetter, highest: "SELECT coalesce(max(id), 0) FROM interaction"),
    Kind(letter: Series.idLetter, highest: "SELECT coalesce(max(id), 0) FROM series"),
  ]

  /// In the order of the kinds.
  private var numbers: [Int64]
  private var staff: Int64
  private var field: Int64
  private var place: Int64

  /// Continues above everything that the store holds and above what a restore declared as used.
  init(_ sql: SQLConnection) throws(CallbookError) {
    numbers = try Self.kinds.map { kind throws(CallbookError) in try Self.next(sql, kind) }
    staff = try sql.first("SELECT coalesce(max(id), 0) + 1 FROM staff") { $0.integer(0) } ?? 1
    field =
      try sql.first("SELECT coalesce(max(id), 0) + 1 FROM custom_field") { $0.integer(0) } ?? 1
    place = try sql.first("SELECT coalesce(max(id), 0) + 1 FROM place") { $0.integer(0) } ?? 1
  }

  mutating func take<Subject: Identified>() -> Identifier<Subject> {
    let place = Self.place(of: Subject.self)
    defer { numbers[place] += 1 }
    return Identifier(numbers[place])
  }

  mutating func takeStaff() -> Int64 {
    defer { staff += 1 }
    return staff
  }

  /// The number that a kind uses next.
  func next<Subject: Identified>(_ kind: Subject.Type) -> Int64 { numbers[Self.place(of: kind)] }
  mutating func takeField() -> Int64 {
    defer { field += 1 }
    return field
  }

  mutating func takePlace() -> Int64 {
    defer { place += 1 }
    return place
  }

  /// The highest number in use, by the kind's letter.
  var highest: [(letter: Unicode.Scalar, number: Int64)] {
    zip(Self.kinds, numbers).map { ($0.letter, $1 - 1) }
  }

  private static func place<Subject: Identified>(of kind: Subject.Type) -> Int {
    guard let place = kinds.firstIndex(where: { $0.letter == Subject.idLetter }) else {
      preconditionFailure("a kind with ids that has no row here")
    }
    return place
  }

  private static func next(_ sql: SQLConnection, _ kind: Kind) throws(CallbookError) -> Int64 {
    let stored = try sql.first(kind.highest) { $0.integer(0) } ?? 0
    let floor = try sql.first(
      "SELECT floor FROM id_floor WHERE letter = ?", { $0.bind(String(kind.letter)) },
      { $0.integer(0) })
    return max(stored + 1, floor ?? 1)
  }
}
