import CallbookModel

/// What a change answers when there is nothing else to say.
package struct Revision: Codable, Sendable, Equatable {
  /// The revision that the thing has now; the old one when nothing differed.
  package let rev: Int64

  /// - Parameter hint: a command that shows the thing as it is now.
  /// - Throws: `REVISION_CONFLICT` with the current `rev`.
  static func check(
    _ wanted: Int64?, against current: Int64, of thing: String, hint: String
  ) throws(CallbookError) {
    guard let wanted, wanted != current else { return }
    throw CallbookError(
      .revisionConflict, "\(thing) was changed meanwhile: it has revision \(current)",
      hint: hint, details: ["rev": .number(Int(current))])
  }

  /// - Throws: `REVISION_CONFLICT` with the current `rev`.
  static func check(_ wanted: Int64?, of contact: Contact) throws(CallbookError) {
    try check(
      wanted, against: contact.rev, of: contact.id.description,
      hint: "callbook contact get \(contact.id)")
  }

  /// - Throws: `REVISION_CONFLICT` with the current `rev`.
  static func check(_ wanted: Int64?, of member: StaffMember) throws(CallbookError) {
    try check(wanted, against: member.rev, of: member.user, hint: "callbook staff list")
  }
}
