package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Lists the members of staff and their roles.
package struct ListStaff: ReadRequest {
  package static let method = "staff.list"
  package static let summary = "Lists the members of staff and their roles."
  package static let permission = Permission.roles(.readers, caretaker: true)
  package static let examples = [RequestExample("Everybody who works here", "{}")]

  @Parameter("Those who left, too.") package var closed: Bool = false
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Page<StaffMember> {
    let now = environment.services.clock.now()
    return Page(
      items: try store.allStaff(withClosed: closed).map { $0.withoutPastAbsence(at: now) },
      next: nil,
      head: environment.cursor(try store.ledgerTail().seq))
  }
}
