package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Plans a callback of a contact (DOMAIN K1).
package struct PlanCallback: WriteRequest, ContactRequest {
  package static let method = "callback.plan"
  package static let summary = "Plans a callback of a contact."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .notOwner, .alreadyExists]
  package static let examples = [
    RequestExample(
      "About a terminal, in working time",
      #"{"contact":"c1","terminal":"SN-0081","reason":"首次出账后回访"}"#)
  ]

  @Parameter(.positional, "Whom to call.") package var contact: ContactID
  @Parameter("When to call first; the policy's time from now when it is left out.")
  package var due: Instant?
  @Parameter("What to talk about.", in: 1...1000) package var reason: String?
  @Parameter("The terminal that it is about, such as its serial number.", in: 1...100)
  package var terminal: String?
  @Parameter("Who is to call; by the policy when it is left out.", in: 1...64)
  package var assignee: String?
  package init() {}

  package func contactIDs(in store: ReadTransaction) -> [ContactID] { [contact] }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Callback {
    let contact = try store.contact(contact)
    let rules = store.callbackRules
    let terminal = terminal.map(TextFolding.trimmed).flatMap { $0.isEmpty ? nil : $0 }
    if let open = try store.openCallback(of: contact.id, terminal: terminal, occasion: .manual) {
      throw .callbackOpen(open)
    }
    let due = try due(store.at, rules)
    var callback = Callback(
      id: store.nextCallbackID(), uuid: store.newUniqueID(), contact: contact.id,
      terminal: terminal, reason: reason,
      assignee: try assignee(contact, environment.caller, in: store, rules), due: due, next: due,
      createdAt: store.at)
    try callback.settle(among: contact.points, rules)
    try store.insert(callback)
    return try store.callback(callback.id).shown(in: store)
  }

  /// - Throws: a violation of `/due` for a time that is past.
  private func due(_ now: Instant, _ rules: CallbackRules) throws(CallbookError) -> Instant {
    guard let due else {
      let minutes = rules.policy.callbackFirstAttemptMinutes
      return try rules.calendar.adding(workingMinutes: minutes, to: now).instant
    }
    guard due >= now else {
      throw CallbookError(
        .invalidParams, "a callback cannot be due in the past",
        violations: [Violation("/due", "must not be in the past")])
    }
    // Outside hours it waits for the next working minute (EXPECTATIONS: due on a holiday).
    return try rules.calendar.nextWorkingMinute(notBefore: due).instant
  }

  /// An agent gives callbacks to nobody but themself.
  private func assignee(
    _ contact: Contact, _ caller: Caller, in store: WriteTransaction, _ rules: CallbackRules
  ) throws(CallbookError) -> String? {
    guard let assignee else { return try store.callbackAssignee(of: contact, rules) }
    guard caller.seesEverything || assignee == caller.user else {
      throw CallbookError(
        .notOwner, "an agent plans callbacks for themself only",
        hint: "ask a manager to type: callbook callback reassign CALLBACK USER",
        violations: [Violation("/assignee", "may only be your own user name")])
    }
    return try store.activeMember(assignee, at: "/assignee")
  }
}

extension ReadTransaction {
  /// - Throws: `NOT_FOUND` with a violation at the pointer.
  func activeMember(_ user: String, at pointer: String) throws(CallbookError) -> String {
    guard let member = try staff(user: user), member.state == .active else {
      throw CallbookError(
        .notFound, "there is no active member of staff with this user name",
        hint: "callbook staff list", violations: [Violation(pointer, "is not on the staff list")])
    }
    return member.user
  }
}

extension CallbookError {
  fileprivate static func callbackOpen(_ open: Callback) -> CallbookError {
    let matter = open.terminal == nil ? "planned by hand" : "about this terminal"
    return CallbookError(
      .alreadyExists, "\(open.contact) has an open callback \(matter) already: \(open.id)",
      hint: "callbook callback get \(open.id)",
      details: ["callback": .text(open.id.description)])
  }
}
