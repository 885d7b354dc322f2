package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Lists contacts that may be the same: who share a phone, an email, or name and company (DOMAIN C7).
package struct ListDuplicates: ReadRequest {
  package static let method = "contact.duplicates"
  package static let summary =
    "Lists contacts that may be the same: who share a phone, an email, or name and company."
  package static let permission = Permission.roles(.readers)
  package static let weight = ReadWeight.long
  package static let errors: [Reason] = [.notFound]
  package static let examples = [
    RequestExample("All there are", "{}"),
    RequestExample("Whom one contact may be", #"{"of":"c1"}"#),
  ]

  @Parameter("Only whom this contact may be.") package var of: ContactID?
  @Parameter("Only for these reasons; all when none is named.", in: 0...3)
  package var reasons: [DuplicateReason]
  @Parameter("Go on behind this place: the `next` of the page before.", in: 1...600)
  package var after: String?
  @Parameter("How many groups at most.", in: 1...500) package var limit: Int = 100
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Page<SharedKey> {
    let place = try place()
    let wanted = reasons.isEmpty ? DuplicateReason.allCases : reasons
    // An agent is told of whom their own contacts may be; other groups would give numbers away.
    let owner = environment.caller.seesEverything ? nil : environment.caller.user ?? ""
    let groups: [DuplicateGroup]
    if let of {
      let contact = try store.contact(of)
      groups = Array(
        try store.duplicateGroups(of: contact, wanted, owner: owner, after: place).prefix(limit))
    } else {
      groups = try store.duplicateGroups(wanted, owner: owner, after: place, limit: limit)
    }
    var items: [SharedKey] = []
    for group in groups { items.append(try SharedKey(group, in: store)) }
    return Page(
      items: items, next: groups.count == limit ? groups.last?.place.description : nil,
      head: environment.cursor(try store.ledgerTail().seq))
  }

  private func place() throws(CallbookError) -> DuplicatePlace? {
    guard let after else { return nil }
    guard let place = DuplicatePlace(after) else {
      throw CallbookError(
        .invalidParams, "there is no such place to go on from",
        violations: [Violation("/after", "is not the `next` of a page of duplicates")])
    }
    return place
  }
}

/// Something that only one contact should have, and who have it.
package struct SharedKey: Codable, Sendable, Equatable {
  package let reason: DuplicateReason
  /// The number (E.164), the email, or name and company; nil for an agent who has it not themself.
  package private(set) var value: String?
  /// The first of them, in the order of their ids.
  package let contacts: [PossibleDuplicate]
  /// How many there are in all.
  package let count: Int

  /// More are not shown of one group: a number of a whole building is not one of doubles.
  static let mostShown = 20

  init(_ group: DuplicateGroup, in store: ReadTransaction) throws(CallbookError) {
    var contacts: [Contact] = []
    for id in group.contacts.prefix(Self.mostShown) {
      if let contact = try store.contactIfLive(id) { contacts.append(contact) }
    }
    reason = group.key.reason
    value =
      group.key.reason == .name
      ? [contacts.first?.name, contacts.first?.organisation].compactMap { $0 }
        .joined(separator: ", ")
      : group.key.value
    self.contacts = contacts.map(PossibleDuplicate.init)
    count = group.contacts.count
  }
}

extension SharedKey: SensitiveReply {
  package func redacted(for caller: Caller) -> SharedKey {
    guard !contacts.contains(where: { $0.owner != nil && $0.owner == caller.user }) else {
      return self
    }
    var shared = self
    shared.value = nil
    return shared
  }
}

/// One of several contacts that may be the same: who it is and whose.
package struct PossibleDuplicate: Codable, Sendable, Equatable {
  package let id: ContactID
  package let name: String
  package let kind: ContactKind
  package let organisation: String?
  package let owner: String?

  init(_ contact: Contact) {
    id = contact.id
    name = contact.name
    kind = contact.kind
    organisation = contact.organisation
    owner = contact.owner
  }
}
