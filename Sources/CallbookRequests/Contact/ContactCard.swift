package import CallbookModel
import CallbookProtocol
import CallbookStore

/// The contact card (DOMAIN C4).
package struct ContactCard: Codable, Sendable, Equatable {
  package let contact: Contact
  package let emergency: [EmergencyContact]
  /// Contacts that may be the same.
  package let duplicates: [ContactID]
  /// What became part of it.
  package let merged: [MergedContact]
  /// The last changes, newest first.
  package let changes: [LedgerLine]

  init(of contact: Contact, in store: ReadTransaction) throws(CallbookError) {
    let history = try store.jointHistory(of: contact.id, before: .max, limit: 5)
    self.init(
      contact: contact, emergency: try store.emergencyList(of: .contact(contact.id)),
      duplicates: try store.possibleDuplicates(of: contact),
      merged: try store.parts(of: contact).map(MergedContact.init),
      changes: history.map(LedgerLine.init))
  }

  private init(
    contact: Contact, emergency: [EmergencyContact], duplicates: [ContactID],
    merged: [MergedContact], changes: [LedgerLine]
  ) {
    self.contact = contact
    self.emergency = emergency
    self.duplicates = duplicates
    self.merged = merged
    self.changes = changes
  }
}

extension ContactCard: SensitiveReply {
  package func redacted(for caller: Caller) -> ContactCard {
    let contact = contact.redacted(for: caller)
    guard contact.isRedacted == true else { return self }
    return ContactCard(contact: contact, emergency: [], duplicates: [], merged: [], changes: [])
  }
}

/// A contact that became part of another.
package struct MergedContact: Codable, Sendable, Equatable {
  package let id: ContactID
  package let name: String
  package let mergedAt: Instant
  /// What it said otherwise: as it was, and as it is of the contact that it is part of.
  package let differing: [ChangedValue]

  private enum CodingKeys: String, CodingKey {
    case id, name
    case mergedAt = "merged_at"
    case differing
  }

  init(_ part: MergedAway) {
    id = part.contact.id
    name = part.contact.name
    mergedAt = part.contact.updatedAt
    differing = part.differing.map(ChangedValue.init)
  }
}
