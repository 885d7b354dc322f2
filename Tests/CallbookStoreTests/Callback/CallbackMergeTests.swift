import CallbookModel
import Testing

@testable import CallbookStore

/// Callbacks follow their contact when it is merged: one open callback for a terminal, and back
/// (EXPECTATIONS 18).
struct CallbackMergeTests {
  private let shop: CallbackShop

  init() throws {
    shop = try CallbackShop()
  }

  private func merge(_ others: Int64...) throws(CallbookError) {
    let others = others.map { ContactID($0) }
    try shop.change { store throws(CallbookError) in
      _ = try store.merge(others, into: ContactID(1))
    }
  }

  private func unmerge(_ id: Int64) throws(CallbookError) {
    try shop.change { store throws(CallbookError) in _ = try store.unmerge(ContactID(id)) }
  }

  private func shown() throws(CallbookError) -> [String] {
    var filter = CallbackFilter()
    filter.isOpen = false
    let all = try shop.store.read { [filter] store throws(CallbookError) in
      try store.callbacks(filter, after: nil, limit: 100)
    }
    return all.sorted { $0.id < $1.id }.map { "\($0.id) \($0.contact) \($0.state.rawValue)" }
  }

  @Test func `all move, and one about a terminal stays open: the one that was begun`() throws {
    try shop.plan(1, terminal: "A")
    let begun = try #require(try shop.plan(2, terminal: "A"))
    try shop.plan(2, terminal: "B")
    try shop.attempt(begun)
    let before = try shown()
    try merge(2)
    #expect(try shown() == ["k1 c1 withdrawn", "k2 c1 trying", "k3 c1 planned"])
    #expect(try shop.callback(1).end?.cause == .merged)
    #expect(try shop.events(CallbackID(1)) == ["callback.planned", "callback.withdrawn"])
    #expect(try shop.reminders(CallbackID(1)).allSatisfy { $0.state == .withdrawn })
    try unmerge(2)
    #expect(try shown() == before)
    #expect(try shop.reminders(CallbackID(1)).contains { $0.state == .pending })
    #expect(
      try shop.events(CallbackID(1)) == [
        "callback.planned", "callback.withdrawn", "callback.restored",
      ])
  }

  @Test func `of two that nobody has begun the earlier one stays`() throws {
    try shop.plan(2)
    shop.store.clock.pass(milliseconds: 48 * 3_600_000)
    try shop.plan(1)
    try merge(2)
    #expect(try shown() == ["k1 c1 planned", "k2 c1 withdrawn"])
  }

  @Test func `what was done meanwhile stays done, and what ended is not opened again`() throws {
    try shop.plan(1, terminal: "A")
    let other = try #require(try shop.plan(2, terminal: "A"))
    try shop.attempt(other)
    try merge(2)
    try shop.attempt(other, .reached)
    try shop.plan(1, terminal: "A")
    try unmerge(2)
    // The survivor has another one about the terminal by now.
    #expect(try shown() == ["k1 c1 withdrawn", "k2 c2 done", "k3 c1 planned"])
  }

  @Test func `parting one of several puts the others together again`() throws {
    for contact in [1, 2, 3] as [Int64] { try shop.plan(contact, terminal: "A") }
    let before = try shown()
    try merge(2, 3)
    #expect(try shown().filter { $0.hasSuffix("planned") } == ["k1 c1 planned"])
    try unmerge(2)
    #expect(try shown() == ["k1 c1 planned", "k2 c2 planned", "k3 c1 withdrawn"])
    try unmerge(3)
    #expect(try shown() == before)
  }

  @Test func `a number that was wrong stays wrong when both have it, and back`() throws {
    try shop.change { store throws(CallbookError) in
      let old = try store.contact(ContactID(2), withRemoved: true)
      var new = old
      new.points[0].normal = "+8619900000001"
      _ = try store.save(new, over: old, event: "point.edited")
    }
    let id = try #require(try shop.plan(2))
    try shop.attempt(id, .wrongNumber)
    func called() throws -> [PointID?] { try shop.callback(1).attempts.map(\.point) }
    #expect(try called() == [PointID(2)])
    try merge(2)
    #expect(try called() == [PointID(1)])
    let points = try shop.store.read { store throws(CallbookError) in
      try store.contact(ContactID(1)).points
    }
    #expect(points.map(\.id) == [PointID(1)])
    #expect(try shop.callback(1).numbers(among: points) == [])
    try unmerge(2)
    #expect(try called() == [PointID(2)])
  }

  @Test func `the history of a contact has what became of its callbacks`() throws {
    try shop.plan(2, terminal: "A")
    try merge(2)
    let events = try shop.store.read { store throws(CallbookError) in
      try store.jointHistory(of: ContactID(1), before: .max, limit: 100).map(\.event)
    }
    #expect(events.contains("callback.planned") && events.contains("callback.moved"))
  }
}
