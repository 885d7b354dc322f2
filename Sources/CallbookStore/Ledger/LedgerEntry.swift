package import CallbookModel

/// One change, as the ledger keeps it for ever: no personal value is in it.
package struct LedgerEntry: Sendable, Equatable {
  /// 1, 2, 3 … without gaps.
  package let seq: Int64
  package let at: Instant
  package let actor: Actor
  /// The request that caused it.
  package let method: String
  /// What happened: `contact.added`.
  package let event: String
  package let subject: Subject
  /// The names of the fields that changed, sorted.
  package let fields: [String]
  /// SHA-256 of salt and detail; nil for a change that has none.
  package let digest: [UInt8]?

  /// Who did it, from where.
  package struct Actor: Sendable, Equatable {
    package let uid: UInt32
    package let pid: Int32
    package let user: String?

    package init(uid: UInt32, pid: Int32, user: String?) {
      self.uid = uid
      self.pid = pid
      self.user = user
    }
  }

  /// What was changed.
  package typealias Subject = CallbookModel.Subject
}

extension Subject {
  package static func contact(_ id: ContactID) -> Self { Self(kind: "contact", number: id.number) }
  package static func staff(_ number: Int64) -> Self { Self(kind: "staff", number: number) }
  package static func callback(_ id: CallbackID) -> Self {
    Self(kind: Callback.noun, number: id.number)
  }
  package static func form(_ id: FormID) -> Self {
    Self(kind: CallbackForm.noun, number: id.number)
  }
  package static func interaction(_ id: InteractionID) -> Self {
    Self(kind: Interaction.noun, number: id.number)
  }
  package static func batch(_ id: BatchID) -> Self { Self(id) }
  package static func cancellation(_ id: CancelRequestID) -> Self {
    Self(kind: CancelRequest.noun, number: id.number)
  }
  package static func bookingOff(_ id: BookingOffID) -> Self {
    Self(kind: BookingOff.noun, number: id.number)
  }
  package static func review(_ id: ReviewID) -> Self { Self(kind: "review", number: id.number) }
  package static func appointment(_ id: AppointmentID) -> Self {
    Self(kind: Appointment.noun, number: id.number)
  }
  package static func series(_ id: SeriesID) -> Self { Self(id) }
  package static func place(_ number: Int64) -> Self { Self(kind: "place", number: number) }
  /// A definition of a custom field.
  package static func field(_ number: Int64) -> Self { Self(kind: "field", number: number) }
  package static let shop = Self(kind: "shop", number: 0)
  package static let store = Self(kind: "store", number: 0)
  package static let policy = Self(kind: "policy", number: 0)
  package static let calendar = Self(kind: "calendar", number: 0)
}

extension LedgerEntry {
  /// The hash that chains this entry to the one before it.
  ///
  /// SHA-256 over the previous hash and every field, each preceded by its length in eight bytes,
  /// so that no two different entries read the same; a missing field has the length 2⁶⁴ − 1.
  func hash(after previous: [UInt8]) -> [UInt8] {
    hash(
      after: previous, uid: Int64(actor.uid), pid: Int64(actor.pid),
      fields: fields.joined(separator: " "))
  }

  /// The same over the parts as a row holds them, which an entry may not be able to: a check of the
  /// chain looks at what is stored, not at what it is read as.
  func hash(after previous: [UInt8], uid: Int64, pid: Int64, fields: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(320)
    bytes.append(field: previous)
    bytes.append(field: String(seq))
    bytes.append(field: String(at.millisecondsSince1970))
    bytes.append(field: String(uid))
    bytes.append(field: String(pid))
    bytes.append(field: actor.user)
    bytes.append(field: method)
    bytes.append(field: event)
    bytes.append(field: subject.kind)
    bytes.append(field: String(subject.number))
    bytes.append(field: fields)
    bytes.append(field: digest)
    return Digest.sha256(bytes)
  }

  /// What the first entry is chained to.
  static var genesis: [UInt8] { [UInt8](repeating: 0, count: Digest.byteCount) }
}

extension [UInt8] {
  fileprivate mutating func append(length: UInt64) {
    Swift.withUnsafeBytes(of: length.bigEndian) { append(contentsOf: $0) }
  }

  fileprivate mutating func append(field: [UInt8]?) {
    guard let field else { return append(length: .max) }
    append(length: UInt64(field.count))
    append(contentsOf: field)
  }

  fileprivate mutating func append(field: String?) {
    guard let field else { return append(length: .max) }
    append(length: UInt64(field.utf8.count))
    append(contentsOf: field.utf8)
  }
}
