import CallbookModel
import Testing

@testable import CallbookStore

/// What appointments bring of themselves (DOMAIN C5).
struct AppointmentInteractionTests {
  private let shop: CallbackShop

  init() throws {
    shop = try CallbackShop()
  }

  private func all(_ contact: Int64 = 1) throws(CallbookError) -> [Interaction] {
    try shop.store.read { store throws(CallbookError) in
      try store.interactions(InteractionFilter(of: ContactID(contact)), after: nil, limit: 100)
    }
  }

  private func words(_ contact: Int64 = 1) throws(CallbookError) -> [String] {
    try all(contact).map { "\($0.kind.rawValue) \($0.source?.outcome ?? "")" }
  }

  @Test func `what took place is a visit, once, at its time, of whoever was there`() throws {
    let id = try shop.book(CallbackShop.inHours(0.5), assignee: "bob")
    try shop.pass(hours: 3)
    try shop.change(id, "appointment.completed") { appointment, now throws(CallbookError) in
      try appointment.complete(at: now)
    }
    let visit = try #require(try all().first)
    #expect(try all().count == 1)
    #expect(visit.kind == .visit && visit.isReached && visit.user == "bob")
    #expect(visit.direction == .outgoing, "without a place it was at the customer's")
    #expect(visit.at == CallbackShop.inHours(0.5).start)
    #expect(visit.source?.subject.description == "a1")
  }

  @Test func `whoever did not come is said, and nobody was reached`() throws {
    for party in Appointment.Party.allCases {
      let id = try shop.book(CallbackShop.inHours(party == .customer ? 0.5 : 2))
      try shop.pass(hours: 3)
      try shop.change(id, "appointment.no_show") { appointment, now throws(CallbookError) in
        try appointment.noShow(by: party, at: now)
      }
    }
    #expect(try words() == ["visit no_show_staff", "visit no_show_customer"])
    #expect(try all().allSatisfy { !$0.isReached })
  }

  @Test func `each move is noted, and nothing else of what is agreed`() throws {
    let id = try shop.book(CallbackShop.inHours(30))
    try shop.change(id, "appointment.confirmed") { appointment, _ throws(CallbookError) in
      try appointment.confirm()
    }
    try shop.change(id, "appointment.reassigned") { appointment, now throws(CallbookError) in
      try appointment.reassign(to: "carol", at: now)
    }
    try shop.change(id, "appointment.told") { appointment, now throws(CallbookError) in
      try appointment.tell(at: now)
    }
    #expect(try all().isEmpty)
    try shop.move(id, to: CallbackShop.inHours(40))
    try shop.pass(hours: 1)
    try shop.move(id, to: CallbackShop.inHours(50))
    #expect(try words() == ["note moved", "note moved"])
    try shop.cancel(id)
    try shop.change(id, "appointment.reinstated") { appointment, now throws(CallbookError) in
      try appointment.reinstate(at: now)
    }
    #expect(try all().count == 2)
  }

  @Test func `what came of an appointment meanwhile goes back with it`() throws {
    let id = try shop.book(CallbackShop.inHours(30), of: 2)
    try shop.change { store throws(CallbookError) in
      _ = try store.merge([ContactID(2)], into: ContactID(1))
    }
    try shop.move(id, to: CallbackShop.inHours(40))
    #expect(try words(1) == ["note moved"])
    try shop.change { store throws(CallbookError) in _ = try store.unmerge(ContactID(2)) }
    #expect(try words(1).isEmpty)
    #expect(try words(2) == ["note moved"])
  }
}
