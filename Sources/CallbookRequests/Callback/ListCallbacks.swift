package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Lists callbacks, what is to be done first at the top, page by page; an agent those of their own
/// contacts and those that they are to make.
package struct ListCallbacks: ReadRequest {
  package static let method = "callback.list"
  package static let summary =
    "Lists callbacks, what is to be done first at the top; agents see their own."
  package static let permission = Permission.roles(.readers)
  package static let weight = ReadWeight.long
  package static let errors: [Reason] = [.notFound]
  package static let examples = [
    RequestExample("What is still to be done by somebody", #"{"assignee":"bob"}"#),
    RequestExample("Given up", #"{"state":"exhausted"}"#),
  ]

  @Parameter("Only of this contact.") package var contact: ContactID?
  @Parameter("Only what this user is to do.", in: 1...64) package var assignee: String?
  @Parameter("Only in this state; the open ones when it is left out.")
  package var state: Callback.State?
  @Parameter("In whatever state.") package var all: Bool = false
  @Parameter("Only what is to be done before.") package var before: Instant?
  @Parameter("Go on behind this place: the `next` of the page before.", in: 1...60)
  package var after: String?
  @Parameter("How many at most.", in: 1...500) package var limit: Int = 100
  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Page<Callback> {
    let place = try after.map { text throws(CallbookError) in
      guard let place = CallbackPlace(text) else { throw .noSuchPlace }
      return place
    }
    var items: [Callback] = []
    for callback in try store.callbacks(
      filter(environment.caller, store), after: place, limit: limit)
    {
      items.append(try callback.shown(in: store))
    }
    let next = items.count == limit ? items.last.map { CallbackPlace(after: $0).description } : nil
    return Page(
      items: items, next: next, head: environment.cursor(try store.ledgerTail().seq))
  }

  private func filter(
    _ caller: Caller, _ store: ReadTransaction
  ) throws(CallbookError) -> CallbackFilter {
    var filter = CallbackFilter()
    filter.contact = try contact.map { id throws(CallbookError) in try store.contact(id).id }
    filter.assignee = assignee
    filter.state = state
    filter.isOpen = state == nil && !all
    filter.before = before
    if !caller.seesEverything { filter.visibleTo = caller.user ?? "" }
    return filter
  }
}

extension CallbookError {
  fileprivate static let noSuchPlace = CallbookError(
    .invalidParams, "there is no such place to go on from",
    violations: [Violation("/after", "is not the `next` of a page of callbacks")])
}
