import CallbookModel
import Synchronization

@testable import CallbookStore

/// A store with some staff and contacts, whose callbacks a test plans.
struct CallbackShop {
  let store: TestStore

  /// bob owns the first contact; carol and erin are of customer service.
  init() throws {
    store = try TestStore()
    try change { store throws(CallbookError) in
      let staff: [(String, [Role])] = [
        ("bob", [.agent]), ("carol", [.service]), ("erin", [.service]),
      ]
      for (place, (user, roles)) in staff.enumerated() {
        try store.insert(
          StaffMember(
            user: user, uid: UInt32(4001 + place), name: nil, roles: roles, state: .active, rev: 1,
            createdAt: store.at))
      }
      for (number, owner) in [(1, "bob"), (2, nil), (3, nil)] {
        var contact = Contact(
          id: store.nextContactID(), uuid: store.newUniqueID(), kind: .person,
          name: "N\(number)", owner: owner, createdAt: store.at, updatedAt: store.at)
        contact.points = [
          ContactPoint(
            id: store.nextPointID(), kind: .phone, value: "199 0000 000\(number)",
            normal: "+861990000000\(number)")
        ]
        try store.insert(contact)
      }
    }
  }

  func change(
    _ body: @escaping @Sendable (WriteTransaction) throws(CallbookError) -> Void
  ) throws(CallbookError) {
    try store.change { store throws(CallbookError) in
      try body(store)
      return []
    }
  }

  /// What a change gives.
  func value<Value: Sendable>(
    _ body: @escaping @Sendable (WriteTransaction) throws(CallbookError) -> Value
  ) throws(CallbookError) -> Value? {
    let box = ValueBox<Value>()
    try change { store throws(CallbookError) in box.set(try body(store)) }
    return box.value
  }

  func callback(_ number: Int64) throws(CallbookError) -> Callback {
    try store.read { store throws(CallbookError) in try store.callback(CallbackID(number)) }
  }

  /// Plans one by hand and gives its id.
  @discardableResult
  func plan(_ contact: Int64, terminal: String? = nil) throws(CallbookError) -> CallbackID? {
    try value { store throws(CallbookError) in
      let contact = try store.contact(ContactID(contact))
      let rules = store.callbackRules
      let due = try rules.calendar.nextWorkingMinute(notBefore: store.at).instant
      var callback = Callback(
        id: store.nextCallbackID(), uuid: store.newUniqueID(), contact: contact.id,
        terminal: terminal, assignee: try store.callbackAssignee(of: contact, rules), due: due,
        next: due, createdAt: store.at)
      try callback.settle(among: contact.points, rules)
      try store.insert(callback)
      return callback.id
    }
  }

  func attempt(
    _ id: CallbackID, _ outcome: CallbackAttempt.Outcome = .noAnswer
  ) throws(CallbookError) {
    try change { store throws(CallbookError) in
      let old = try store.callback(id)
      let contact = try store.contact(old.contact)
      var new = old
      _ = try new.attempt(
        CallbackAttempt(at: store.at, user: nil, point: contact.points.first?.id, outcome: outcome),
        among: contact.points, store.callbackRules)
      _ = try store.save(new, over: old, event: "callback.attempted")
    }
  }

  func events(_ callback: CallbackID) throws(CallbookError) -> [String] {
    try store.read { store throws(CallbookError) in
      try store.history(of: .callback(callback), before: .max, limit: 100).map(\.event).reversed()
    }
  }

  func reminders(_ callback: CallbackID) throws(CallbookError) -> [PlannedReminder] {
    try store.read { store throws(CallbookError) in
      try store.reminders(of: .callback(callback))
    }
  }
}

private final class ValueBox<Value: Sendable>: Sendable {
  private let stored = Mutex<Value?>(nil)

  func set(_ value: Value) { stored.withLock { $0 = value } }
  var value: Value? { stored.withLock { $0 } }
}
