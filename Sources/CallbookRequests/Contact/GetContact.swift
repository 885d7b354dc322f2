package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Gives one contact with its points, by id or by phone number.
package struct GetContact: ReadRequest {
  package static let method = "contact.get"
  package static let summary = "Gives one contact with its points, by id or by phone number."
  package static let permission = Permission.roles(.readers)
  package static let errors: [Reason] = [.notFound]
  package static let examples = [
    RequestExample("By id", #"{"id":"c1"}"#),
    RequestExample("By phone number", #"{"phone":"199 0000 1234"}"#),
  ]

  @Parameter(.positional, "The contact.") package var id: ContactID?
  @Parameter("A phone number, as people type it.", in: 1...100) package var phone: String?
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Contact {
    switch (id, phone) {
    case (let id?, nil): return try store.contact(id)
    case (nil, let phone?): return try contact(phone, in: store, environment)
    default:
      throw CallbookError(
        .invalidParams, "give either id or phone",
        violations: [Violation("", "needs exactly one of id and phone")])
    }
  }

  private func contact(
    _ phone: String, in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Contact {
    let region = environment.shop.region
    guard let number = environment.services.phoneNumbers.parse(phone, region: region) else {
      throw CallbookError(
        .invalidParams, "that is not a phone number",
        hint: "callbook find DIGITS", violations: [Violation("/phone", "is not a phone number")])
    }
    var holders: [Contact] = []
    for id in try store.contacts(withPhone: number.e164) {
      if let contact = try store.contactIfLive(id) { holders.append(contact) }
    }
    // An agent means their own contact; the others they would see without its points.
    if !environment.caller.seesEverything,
      let own = holders.firstIndex(where: { $0.owner == environment.caller.user })
    {
      holders.insert(holders.remove(at: own), at: 0)
    }
    guard var contact = holders.first else {
      throw CallbookError(.notFound, "nobody has this number", hint: "callbook find LAST-DIGITS")
    }
    if holders.count > 1 { contact.sharedWith = holders.dropFirst().map(\.id) }
    return contact
  }
}
