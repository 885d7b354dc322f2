package import CallbookModel
import CallbookProtocol
import CallbookStore

/// The contact card (DOMAIN C4).
package struct ContactCard: Codable, Sendable, Equatable {
  package let contact: Contact
  /// The shop's own fields that say something of it, as people call them.
  package private(set) var fields: [LabelledField] = []
  package private(set) var emergency: [EmergencyContact] = []
  /// Contacts that may be the same.
  package private(set) var duplicates: [ContactID] = []
  /// nil where it is not the caller's to see.
  package private(set) var review: CardReview?
  /// What became part of it.
  package private(set) var merged: [MergedContact] = []
  /// Those that somebody still has to make, the next one first.
  package private(set) var callbacks: [Callback] = []
  /// Those that are to take place still, the next one first.
  package private(set) var appointments: [Appointment] = []
  /// The last that are over or were cancelled, the latest first.
  package private(set) var pastAppointments: [Appointment] = []
  /// The last ones, newest first.
  package private(set) var forms: [CardForm] = []
  /// The last ones, newest first.
  package private(set) var interactions: [Interaction] = []
  /// The last changes, newest first.
  package private(set) var changes: [LedgerLine] = []

  private enum CodingKeys: String, CodingKey {
    case contact, fields, emergency, duplicates, review, merged, callbacks, appointments
    case pastAppointments = "past_appointments"
    case forms, interactions, changes
  }

  init(of contact: Contact, in store: ReadTransaction) throws(CallbookError) {
    self.contact = contact
    fields = LabelledField.list(contact.fields, try store.customFields())
    emergency = try store.emergencyList(of: .contact(contact.id))
    duplicates = try store.possibleDuplicates(of: contact)
    review = try CardReview(of: contact.id, in: store)
    merged = try store.parts(of: contact).map(MergedContact.init)
    callbacks = try store.openCallbacks(of: contact.id).map { callback in
      var callback = callback
      callback.show(contact)
      return callback
    }
    appointments = try store.activeAppointments(of: contact.id)
    pastAppointments = try store.pastAppointments(of: contact.id, limit: 5)
    var latest = FormFilter()
    latest.contact = contact.id
    forms = try store.forms(latest, after: nil, limit: 5).map(CardForm.init)
    interactions = try store.interactions(
      InteractionFilter(of: contact.id), after: nil, limit: 5)
    changes = try store.jointHistory(of: contact.id, before: .max, limit: 5).map(LedgerLine.init)
  }

  private init(_ contact: Contact) {
    self.contact = contact
  }
}

extension ContactCard: SensitiveReply {
  package func redacted(for caller: Caller) -> ContactCard {
    let contact = contact.redacted(for: caller)
    guard contact.isRedacted == true else { return self }
    var card = ContactCard(contact)
    card.interactions = interactions.map { $0.redacted(for: caller) }
    return card
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

/// A callback form in short.
package struct CardForm: Codable, Sendable, Equatable {
  package let id: FormID
  package let calledAt: Instant
  package let `operator`: String?
  package let runningState: FormAnswers.RunningState?
  package let satisfaction: Int64?
  package let problem: String?

  private enum CodingKeys: String, CodingKey {
    case id
    case calledAt = "called_at"
    case `operator`
    case runningState = "running_state"
    case satisfaction, problem
  }

  init(_ form: CallbackForm) {
    id = form.id
    calledAt = form.calledAt
    `operator` = form.operator
    runningState = form.answers.runningState
    satisfaction = form.answers.satisfaction
    problem = form.answers.problem
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
