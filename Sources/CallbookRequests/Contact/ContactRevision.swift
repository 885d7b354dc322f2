package import CallbookModel

/// What a change of a contact's fields answers.
package struct ContactRevision: Codable, Sendable, Equatable {
  /// The revision that the contact has now; the old one when nothing differed.
  package let rev: Int64
  /// Set when the contact was named by the id of one that was merged into it.
  package let mergedInto: ContactID?

  private enum CodingKeys: String, CodingKey {
    case rev
    case mergedInto = "merged_into"
  }

  init(of contact: Contact) {
    rev = contact.rev
    mergedInto = contact.mergedInto
  }
}
