import CallbookModel
import CallbookStore

/// A row's references to other contacts, which may stand further down in the file.
///
/// What cannot be linked yet is stored as text. When the row comes again and its contact still has
/// just that text, the link is made: an import ends the same wherever it was cut off.
extension CheckedDraft {
  var hasLinks: Bool {
    row.organisationUID != nil || row.emergency.contains { $0.contactUID != nil }
  }

  /// The emergency list without links.
  var people: [EmergencyContact] {
    row.emergency.enumerated().map { place, person in
      EmergencyContact(
        place: place + 1, name: Self.text(person.name), phone: Self.text(person.phone),
        relation: Self.text(person.relation))
    }
  }

  /// Makes the links of a contact that has what this row says as text.
  ///
  /// - Returns: whether links were made, and whether some could not be.
  func link(
    _ id: ContactID, in store: WriteTransaction
  ) throws(CallbookError) -> (made: Bool, missing: Bool) {
    let organisation = try linkOrganisation(of: id, in: store)
    let people = try linkPeople(of: id, in: store)
    return (
      organisation == .made || people == .made, organisation == .missing || people == .missing
    )
  }

  private enum Outcome {
    case made, missing
    /// There is none, or it is made already.
    case none
  }

  private func linkOrganisation(
    of id: ContactID, in store: WriteTransaction
  ) throws(CallbookError) -> Outcome {
    guard let uid = row.organisationUID,
      let contact = try store.contactIfLive(id, withRemoved: true),
      contact.organisationID == nil, contact.organisation == organisation
    else { return .none }
    guard let target = try store.contact(importedAs: uid), target != id else { return .missing }
    var linked = contact
    linked.organisationID = target
    linked.organisation = try store.contact(target).name
    _ = try store.save(linked, over: contact, event: "contact.edited")
    return .made
  }

  private func linkPeople(
    of id: ContactID, in store: WriteTransaction
  ) throws(CallbookError) -> Outcome {
    guard row.emergency.contains(where: { $0.contactUID != nil }) else { return .none }
    let list = try store.emergencyList(of: .contact(id))
    guard list.count == people.count else { return .none }
    var linked = list
    var outcome = Outcome.none
    for (place, person) in row.emergency.enumerated() {
      let target = try person.contactUID.flatMap { uid throws(CallbookError) in
        try store.contact(importedAs: uid)
      }
      if let known = list[place].contact {
        // Some were linked when this row came before.
        guard known == target else { return .none }
      } else if !list[place].says(people[place]) {
        return .none
      }
      if let target {
        linked[place].link(to: try store.contact(target))
      } else if person.contactUID != nil {
        outcome = .missing
      }
    }
    guard linked.map(\.contact) != list.map(\.contact) else { return outcome }
    try store.setEmergencyList(of: .contact(id), to: linked)
    return outcome == .missing ? .missing : .made
  }
}

extension EmergencyContact {
  /// Whether it has the words of another one.
  func says(_ other: EmergencyContact) -> Bool {
    (name, phone, relation) == (other.name, other.phone, other.relation)
  }

  /// What the contact says itself is not repeated, so that it goes on to follow the contact.
  fileprivate mutating func link(to target: Contact) {
    contact = target.id
    if name == target.name { name = nil }
    if phone == target.points.first(where: { $0.kind == .phone && !$0.doNotUse })?.value {
      phone = nil
    }
  }
}
