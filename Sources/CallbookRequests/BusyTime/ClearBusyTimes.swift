package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Forgets when somebody is busy by a calendar of theirs.
package struct ClearBusyTimes: WriteRequest {
  package static let method = "busy.clear"
  package static let summary = "Forgets when somebody is busy by a calendar of theirs."
  package static let permission = Permission.roles(.counter)
  package static let errors: [Reason] = [.notFound, .wrongState]
  package static let examples = [RequestExample("One's own", "{}")]

  @Parameter(.positional, "Unix user name; you yourself when it is left out.", in: 1...64)
  package var user: String?
  package init() {}

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> ClearedBusyTimes {
    let member = try store.absentee(user, environment.caller)
    let changes = try store.setBusyTimes(of: member, to: [])
    return ClearedBusyTimes(user: member.user, removed: changes.removed.count)
  }
}

/// How much was forgotten.
package struct ClearedBusyTimes: Codable, Sendable, Equatable {
  package let user: String
  package let removed: Int
}
