package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Replaces the list of whom to call in an emergency for a contact.
package struct SetEmergency: WriteRequest, ContactRequest {
  package static let method = "emergency.set"
  package static let summary =
    "Replaces the list of whom to call in an emergency, first one first."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .notOwner]
  package static let examples = [
    RequestExample(
      "Two to call for the shop",
      #"{"people":[{"name":"刘电工","phone":"199 0000 7777"},{"relation":"物业"}]}"#)
  ]

  @Parameter(.positional, "The contact; the shop itself when none is named.")
  package var contact: ContactID?
  @Parameter("Whom to call, in order.", in: 0...20) package var people: [EmergencyInput]
  package init() {}

  /// The shop's own list belongs to no agent.
  package func contactIDs(in store: ReadTransaction) throws(CallbookError) -> [ContactID] {
    guard let contact else {
      throw CallbookError(
        .notOwner, "the shop's own emergency list is not an agent's to change",
        hint: "ask a manager")
    }
    return [contact]
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> EmergencyList {
    let holding = try contact.map { id throws(CallbookError) in try store.contact(id) }
    let list = try checked(in: store)
    let holder = holding.map { EmergencyHolder.contact($0.id) } ?? .shop
    try store.setEmergencyList(of: holder, to: list)
    let shop = try store.shop()
    return EmergencyList(
      contact: holding?.id, name: holding == nil ? shop.name : holding?.name, owner: holding?.owner,
      items: try store.emergencyList(of: holder))
  }

  private func checked(
    in store: ReadTransaction
  ) throws(CallbookError) -> [EmergencyContact] {
    var violations: [Violation] = []
    var list: [EmergencyContact] = []
    for (place, person) in people.enumerated() {
      if person.name == nil, person.phone == nil, person.relation == nil, person.contact == nil {
        violations.append(
          Violation("/people/\(place)", "needs a name, a phone, a relation or a contact"))
      }
      let linked = try person.contact.flatMap { id throws(CallbookError) in
        try store.survivor(of: id)
      }
      if person.contact != nil, linked == nil {
        violations.append(Violation("/people/\(place)/contact", "is no contact"))
      }
      list.append(
        EmergencyContact(
          place: place + 1, name: person.name, phone: person.phone, relation: person.relation,
          contact: linked))
    }
    guard violations.isEmpty else {
      throw CallbookError(
        .invalidParams, "the emergency list is not complete", violations: violations)
    }
    return list
  }
}
