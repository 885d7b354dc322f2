package import CallbookModel
import CallbookProtocol
import CallbookStore

/// The contact card (DOMAIN C4).
package struct ContactCard: Codable, Sendable, Equatable {
  package let contact: Contact
  /// The shop's own fields that say something of it, as people call them.
  package let fields: [LabelledField]
  package let emergency: [EmergencyContact]
  /// Contacts that may be the same.
  package let duplicates: [ContactID]
  /// What became part of it.
  package let merged: [MergedContact]
  /// The last changes, newest first.
  package let changes: [LedgerLine]

  init(of contact: Contact, in store: ReadTransaction) throws(CallbookError) {
    let history = try store.jointHistory(of: contact.id, before: .max, limit: 5)
    let defined = try store.customFields()
    self.init(
      contact: contact, fields: LabelledField.list(contact.fields, defined),
      emergency: try store.emergencyList(of: .contact(contact.id)),
      duplicates: try store.possibleDuplicates(of: contact),
      merged: try store.parts(of: contact).map(MergedContact.init),
      changes: history.map(LedgerLine.init))
  }

  private init(
    contact: Contact, fields: [LabelledField], emergency: [EmergencyContact],
    duplicates: [ContactID], merged: [MergedContact], changes: [LedgerLine]
  ) {
    self.contact = contact
    self.fields = fields
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
    return ContactCard(
      contact: contact, fields: [], emergency: [], duplicates: [], merged: [], changes: [])
  }
}

/// What one of the shop's own fields says.
package struct LabelledField: Codable, Sendable, Equatable {
  package let key: String
  package let label: String
  package let value: CustomFieldValue

  static func list(_ values: CustomFieldValues, _ defined: CustomFieldSet) -> [LabelledField] {
    values.entries.compactMap { entry in
      defined.field(entry.key, of: .contact).map {
        LabelledField(key: $0.key, label: $0.label, value: entry.value)
      }
    }
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
