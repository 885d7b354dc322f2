import CallbookModel
import Testing

@testable import CallbookStore

/// What a refused request leaves on record, and nothing else of it.
struct RefusalRemainderTests {
  private let shop: CallbackShop

  init() throws {
    shop = try CallbackShop()
    try shop.plan(1)
  }

  private static let refusal = CallbookError(.alreadyExists, "the test refuses it")

  private func refused(
    isDryRun: Bool = false,
    _ before: @escaping @Sendable (WriteTransaction) throws(CallbookError) -> Void = { _ in }
  ) -> CallbookError? {
    do throws(CallbookError) {
      try shop.store.change(isDryRun: isDryRun) { store throws(CallbookError) in
        try before(store)
        store.keepIfRefused { store throws(CallbookError) in
          var new = try store.callback(CallbackID(1))
          try new.reassign(to: "carol", store.callbackRules)
          _ = try store.save(new, over: store.callback(CallbackID(1)), event: "test.kept")
        }
        throw Self.refusal
      }
      return nil
    } catch {
      return error
    }
  }

  @Test func `it is kept when the request had written nothing`() throws {
    #expect(refused() == Self.refusal)
    #expect(try shop.events(CallbackID(1)) == ["callback.planned", "test.kept"])
  }

  @Test func `it is kept alone when the request had written something`() throws {
    let error = refused { store throws(CallbookError) in _ = try store.addPerson("gone") }
    #expect(error == Self.refusal)
    #expect(try shop.callback(1).assignee == "carol")
    #expect(try shop.store.contacts().values.contains("gone") == false)
    #expect(try shop.events(CallbackID(1)) == ["callback.planned", "test.kept"])
  }

  @Test func `a dry run keeps nothing`() throws {
    #expect(refused(isDryRun: true) == Self.refusal)
    #expect(try shop.events(CallbackID(1)) == ["callback.planned"])
  }

  @Test func `one that cannot be kept takes nothing else with it`() throws {
    let answers = shop.store.changes([
      (nil, false, nil, adding("before")),
      (
        nil, false, nil,
        { store throws(CallbookError) in
          store.keepIfRefused { store throws(CallbookError) in
            _ = try store.addPerson("half")
            throw CallbookError(.internal, "it cannot be kept")
          }
          throw Self.refusal
        }
      ),
      (nil, false, nil, adding("after")),
    ])
    #expect(throws: Self.refusal) { try answers[1].get() }
    let names = try shop.store.contacts().values
    #expect(names.contains("before") && names.contains("after") && !names.contains("half"))
  }
}
