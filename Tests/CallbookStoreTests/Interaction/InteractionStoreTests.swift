import CallbookModel
import Testing

@testable import CallbookStore

/// What is recorded of a contact, by whom and of what it came (DOMAIN C5).
struct InteractionStoreTests {
  private let shop: CallbackShop

  init() throws {
    shop = try CallbackShop()
  }

  private func note(
    _ contact: Int64, _ summary: String, hoursAgo: Int64 = 0, isReached: Bool = false,
    at point: Int64? = nil
  ) throws(CallbookError) {
    try shop.change { store throws(CallbookError) in
      let at = store.at.advanced(byMilliseconds: -hoursAgo * 3_600_000)
      let point = point.map { PointID($0) }
      try store.noteInteraction(
        InteractionDraft(
          of: ContactID(contact), .call, .incoming, isReached: isReached, at: at, by: "bob",
          point: point, summary: summary))
      guard isReached else { return }
      try store.noteRealContact(
        ContactID(contact), on: store.planning.calendar.zone.local(at).date, by: "bob",
        how: .phone, at: point)
    }
  }

  private func retract(_ id: Int64) throws(CallbookError) {
    try shop.change { store throws(CallbookError) in
      let old = try store.interaction(InteractionID(id))
      var new = old
      try new.retract(Interaction.Retraction(at: store.at, user: nil, reason: "slip"))
      _ = try store.save(new, over: old, event: "interaction.retracted")
    }
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

  private func all(
    _ contact: Int64, _ change: (inout InteractionFilter) -> Void = { _ in },
    limit: Int = 100, after: Interaction? = nil
  ) throws(CallbookError) -> [Interaction] {
    var filter = InteractionFilter(of: ContactID(contact))
    change(&filter)
    return try shop.store.read { [filter] store throws(CallbookError) in
      try store.interactions(filter, after: after.map(InteractionPlace.init), limit: limit)
    }
  }

  private func ids(_ contact: Int64) throws(CallbookError) -> [String] {
    try all(contact).map { "\($0.id) \($0.contact)" }
  }

  private func verified(_ contact: Int64) throws(CallbookError) -> CalendarDate? {
    try shop.store.read { store throws(CallbookError) in
      try store.lastVerification(of: ContactID(contact))?.on
    }
  }

  // MARK: What brings them

  @Test func `every call of a callback is one, reached or not`() throws {
    let id = try #require(try shop.plan(1))
    try shop.attempt(id)
    try shop.attempt(id, .busy)
    try shop.attempt(id, .reached)
    let calls = try all(1).reversed()
    #expect(calls.map(\.source?.subject.description) == ["k1", "k1", "k1"])
    #expect(calls.map(\.source?.occurrence) == ["1", "2", "3"])
    #expect(calls.map(\.source?.outcome) == ["no_answer", "busy", "reached"])
    #expect(calls.map(\.isReached) == [false, false, true])
    #expect(calls.allSatisfy { $0.kind == .call && $0.direction == .outgoing })
    #expect(calls.allSatisfy { $0.point == PointID(1) })
  }

  @Test func `what changes a callback without a call is none`() throws {
    let id = try #require(try shop.plan(1))
    try shop.change { store throws(CallbookError) in
      let old = try store.callback(id)
      var new = old
      try new.reassign(to: "carol", store.callbackRules)
      _ = try store.save(new, over: old, event: "callback.reassigned")
    }
    #expect(try all(1).isEmpty)
  }

  @Test func `the same source and occurrence is recorded once, however often it is told`() throws {
    for outcome in ["completed", "completed", "no_show"] {
      try shop.change { store throws(CallbookError) in
        try store.noteInteraction(
          InteractionDraft(
            of: ContactID(1), .visit, .incoming, isReached: true, at: store.at, by: "bob",
            source: Interaction.Source(
              Subject(kind: "appointment", number: 7), outcome, outcome: outcome)))
      }
    }
    #expect(try all(1).map(\.source?.outcome) == ["no_show", "completed"])
  }

  // MARK: Order, pages, slips

  @Test func `the newest come first, by when they happened, page by page`() throws {
    for (place, hours) in [5, 1, 3, 3, 9].enumerated() {
      try note(1, "n\(place)", hoursAgo: Int64(hours))
    }
    try note(2, "of another")
    let whole = try all(1).map(\.summary)
    #expect(whole == ["n1", "n3", "n2", "n0", "n4"])
    var paged: [String?] = []
    var last: Interaction?
    repeat {
      let page = try all(1, limit: 2, after: last)
      paged += page.map(\.summary)
      last = page.count == 2 ? page.last : nil
    } while last != nil
    #expect(paged == whole)
  }

  @Test func `a slip is in no list but stays readable, with the reason`() throws {
    try note(1, "a")
    try note(1, "b")
    try retract(1)
    #expect(try all(1).map(\.summary) == ["b"])
    let every = try all(1, { $0.hasRetracted = true })
    #expect(every.map(\.summary) == ["b", "a"])
    #expect(every.last?.retraction?.reason == "slip" && every.last?.rev == 2)
    let events = try shop.store.read { store throws(CallbookError) in
      try store.jointHistory(of: ContactID(1), before: .max, limit: 3).map(\.event)
    }
    #expect(events == ["interaction.retracted", "interaction.added", "interaction.added"])
  }

  // MARK: Reviews count from it

  @Test func `once it was a slip, reviews count from the contact before it`() throws {
    try note(1, "a", hoursAgo: 72, isReached: true, at: 1)
    let first = try #require(try verified(1))
    let due = try due()
    try note(1, "b", isReached: true, at: 1)
    #expect(try #require(try verified(1)) > first)
    try retract(2)
    #expect(try verified(1) == first)
    #expect(try self.due() == due)
    try retract(1)
    #expect(try verified(1) == nil)
  }

  @Test func `a slip does not undo what somebody reached later`() throws {
    try note(1, "a", hoursAgo: 72, isReached: true)
    try note(1, "b", isReached: true)
    let last = try verified(1)
    try retract(1)
    #expect(try verified(1) == last)
  }

  @Test func `a slip changes nothing where somebody was reached the same way that day`() throws {
    try note(1, "a", isReached: true)
    try note(1, "b", isReached: true)
    let last = try verified(1)
    try retract(2)
    #expect(try verified(1) == last)
    let events = try shop.store.read { store throws(CallbookError) in
      try store.history(of: .contact(ContactID(1)), before: .max, limit: 9).map(\.event)
    }
    #expect(!events.contains("contact.unverified"))
  }

  private func due() throws(CallbookError) -> Instant? {
    try shop.store.read { store throws(CallbookError) in
      try store.nextReviewDue(of: ContactID(1))
    }
  }

  // MARK: Merged contacts

  @Test func `those of a merged contact are read with the survivor, and go back with it`() throws {
    try note(1, "a", hoursAgo: 3)
    try note(2, "b", hoursAgo: 2)
    try note(3, "c", hoursAgo: 1)
    try merge(2)
    try merge(3)
    #expect(try ids(1) == ["i3 c1", "i2 c1", "i1 c1"])
    try note(2, "by its old id")
    #expect(try ids(1) == ["i4 c1", "i3 c1", "i2 c1", "i1 c1"])
    try unmerge(2)
    #expect(try ids(1) == ["i4 c1", "i3 c1", "i1 c1"])
    #expect(try ids(2) == ["i2 c2"])
    try unmerge(3)
    #expect(try ids(1) == ["i4 c1", "i1 c1"])
    #expect(try ids(3) == ["i3 c3"])
  }

  @Test func `a point that became one with the survivor's is shown as that`() throws {
    try shop.change { store throws(CallbookError) in
      let old = try store.contact(ContactID(2))
      var new = old
      new.points.append(
        ContactPoint(
          id: store.nextPointID(), kind: .phone, value: "199 0000 0001",
          normal: "+8619900000001"))
      _ = try store.save(new, over: old, event: "contact.edited")
    }
    try note(2, "a", at: 4)
    try merge(2)
    #expect(try all(1).map(\.point) == [PointID(1)])
    try unmerge(2)
    #expect(try all(2).map(\.point) == [PointID(4)])
  }

  @Test func `a callback that goes back takes along the calls that were made meanwhile`() throws {
    let id = try #require(try shop.plan(2))
    try shop.attempt(id)
    try merge(2)
    try shop.attempt(id)
    #expect(try ids(1).count == 2)
    try unmerge(2)
    #expect(try ids(1).isEmpty)
    #expect(try ids(2) == ["i2 c2", "i1 c2"])
  }
}
