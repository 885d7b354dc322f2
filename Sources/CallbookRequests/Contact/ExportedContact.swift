package import CallbookModel
import CallbookStore

/// A contact as files have it: what lasts beyond this store, without its ids.
package struct ExportedContact: Codable, Sendable, Equatable {
  /// The UID that it was imported with, else its UUID as a URN (RFC 9562).
  package let uid: String
  package let kind: ContactKind
  package let name: String
  package let title: String?
  package let organisation: String?
  /// The UID of the contact that this organisation is.
  package let organisationUID: String?
  package let category: ContactCategory
  package let tags: [String]
  package let status: ContactStatus
  package let source: String?
  package let owner: String?
  package let language: String?
  /// Its own; nil for as often as its category says.
  package let reviewCycle: ReviewCycle?
  package let verifiedOn: CalendarDate?
  package let verifiedBy: String?
  package let verifiedHow: VerificationMeans?
  package let notes: String?
  package let fields: CustomFieldValues
  /// In the order in which they are to be used.
  package let points: [ExportedPoint]
  /// In the order of calling.
  package let emergency: [ExportedPerson]

  private enum CodingKeys: String, CodingKey {
    case uid, kind, name, title, organisation
    case organisationUID = "organisation_uid"
    case category, tags, status, source, owner, language
    case reviewCycle = "review_cycle"
    case verifiedOn = "verified_on"
    case verifiedBy = "verified_by"
    case verifiedHow = "verified_how"
    case notes, fields, points
    case emergency
  }

  init(_ contact: Contact, in store: ReadTransaction) throws(CallbookError) {
    uid = try store.fileUID(of: contact.id) ?? "urn:uuid:\(contact.uuid)"
    kind = contact.kind
    name = contact.name
    title = contact.title
    organisation = contact.organisation
    organisationUID = try contact.organisationID.flatMap { id throws(CallbookError) in
      try store.fileUID(of: id)
    }
    category = contact.category
    tags = contact.tags
    status = contact.status
    source = contact.source
    owner = contact.owner
    language = contact.language
    reviewCycle = contact.reviewCycle
    let verification = try store.ownVerification(of: contact.id)
    verifiedOn = verification?.on
    verifiedBy = verification?.by
    verifiedHow = verification?.how
    notes = contact.notes
    fields = contact.fields
    points = contact.points.map(ExportedPoint.init)
    var people: [ExportedPerson] = []
    for person in try store.emergencyList(of: .contact(contact.id)) {
      people.append(try ExportedPerson(person, in: store))
    }
    emergency = people
  }

  /// At least the bytes of it as JSON.
  var mostBytes: Int {
    let texts = [
      uid, name, title, organisation, organisationUID, source, owner, language, notes,
    ]
    return 550 + texts.reduce(0) { $0 + Self.mostBytes($1) }
      + fields.entries.reduce(0) {
        $0 + $1.key.utf8.count + 8 + Self.mostBytes($1.value.storedText)
      }
      + tags.reduce(0) { $0 + Self.mostBytes($1) }
      + points.reduce(0) { $0 + 360 + Self.mostBytes($1.value) + Self.mostBytes($1.label) }
      + emergency.reduce(0) {
        $0 + 80 + Self.mostBytes($1.name) + Self.mostBytes($1.phone) + Self.mostBytes($1.relation)
          + Self.mostBytes($1.contactUID)
      }
  }

  /// Control characters take six bytes each, quotes and backslashes two.
  private static func mostBytes(_ text: String?) -> Int {
    guard let text else { return 0 }
    return text.utf8.reduce(4) { count, byte in
      count + (byte < 0x20 || byte == 0x7F ? 6 : byte == 0x22 || byte == 0x5C ? 2 : 1)
    }
  }
}

/// A contact point without its id.
package struct ExportedPoint: Codable, Sendable, Equatable {
  package let kind: ContactPoint.Kind
  /// As it was typed.
  package let value: String
  package let label: String?
  package let rank: ContactPoint.Rank
  package let isPreferred: Bool
  package let consent: ContactPoint.Consent
  package let doNotUse: Bool
  package let quietHours: QuietHours?
  package let verifiedOn: CalendarDate?
  package let verifiedBy: String?
  package let verifiedHow: VerificationMeans?

  private enum CodingKeys: String, CodingKey {
    case kind, value, label, rank
    case isPreferred = "preferred"
    case consent
    case doNotUse = "do_not_use"
    case quietHours = "quiet_hours"
    case verifiedOn = "verified_on"
    case verifiedBy = "verified_by"
    case verifiedHow = "verified_how"
  }

  init(_ point: ContactPoint) {
    kind = point.kind
    value = point.value
    label = point.label
    rank = point.rank
    isPreferred = point.isPreferred
    consent = point.consent
    doNotUse = point.doNotUse
    quietHours = point.quietHours
    verifiedOn = point.verifiedOn
    verifiedBy = point.verifiedBy
    verifiedHow = point.verifiedHow
  }
}

/// Somebody to call in an emergency.
package struct ExportedPerson: Codable, Sendable, Equatable {
  package let name: String?
  package let phone: String?
  package let relation: String?
  /// The UID of the contact that the person is.
  package let contactUID: String?

  private enum CodingKeys: String, CodingKey {
    case name, phone, relation
    case contactUID = "contact_uid"
  }

  init(_ person: EmergencyContact, in store: ReadTransaction) throws(CallbookError) {
    name = person.name
    phone = person.phone
    relation = person.relation
    contactUID = try person.contact.flatMap { id throws(CallbookError) in try store.fileUID(of: id)
    }
  }
}
