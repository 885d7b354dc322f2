package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Says whom to call in an emergency, of a contact or of the shop itself, in order (DOMAIN C3).
package struct ListEmergency: ReadRequest {
  package static let method = "emergency.list"
  package static let summary =
    "Says whom to call in an emergency, of a contact or of the shop itself, in order."
  package static let permission = Permission.roles(.readers)
  package static let errors: [Reason] = [.notFound]
  package static let examples = [RequestExample("The shop's own", "{}")]

  @Parameter(.positional, "The contact; the shop itself when none is named.")
  package var contact: ContactID?
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> EmergencyList {
    guard let contact else {
      return EmergencyList(
        contact: nil, name: try store.shop().name, owner: nil,
        items: try store.emergencyList(of: .shop))
    }
    let holder = try store.contact(contact)
    return EmergencyList(
      contact: holder.id, name: holder.name, owner: holder.owner,
      items: try store.emergencyList(of: .contact(holder.id)))
  }
}

/// An emergency list.
package struct EmergencyList: Codable, Sendable, Equatable {
  /// nil for the shop itself.
  package let contact: ContactID?
  package let name: String?
  package let owner: String?
  package let items: [EmergencyContact]
}

extension EmergencyList: SensitiveReply {
  /// The shop's list is for everybody; a contact's is as sensitive as its points.
  package func redacted(for caller: Caller) -> EmergencyList {
    guard contact != nil, owner == nil || owner != caller.user else { return self }
    return EmergencyList(contact: contact, name: name, owner: owner, items: [])
  }
}
