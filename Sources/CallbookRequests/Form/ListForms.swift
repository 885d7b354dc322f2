package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Lists callback forms, the newest first, page by page; an agent those of their own contacts and those
/// that they entered.
package struct ListForms: ReadRequest {
  package static let method = "form.list"
  package static let summary = "Lists callback forms, the newest first; agents see their own."
  package static let permission = Permission.roles(.readers)
  package static let weight = ReadWeight.long
  package static let errors: [Reason] = [.notFound]
  package static let examples = [
    RequestExample("Who is dissatisfied", #"{"satisfaction":2,"month":"2026-05"}"#)
  ]

  @Parameter("Only of this contact.") package var contact: ContactID?
  @Parameter("Only what this user entered.", in: 1...64) package var `operator`: String?
  @Parameter("Only of calls of this month, such as 2026-05.", in: 7...7)
  package var month: String?
  @Parameter("Only of terminals that run so.")
  package var runningState: FormAnswers.RunningState?
  @Parameter("Only with a satisfaction of at most this.", in: 1...5)
  package var satisfaction: Int64?
  @Parameter("Only of this batch.") package var batch: BatchID?
  @Parameter("Only those without a conclusion.") package var open: Bool = false
  @Parameter("Only those of which the shop's own fields say this.")
  package var fields: CustomFieldPatch
  @Parameter("Go on behind this form: the `next` of the page before.")
  package var after: FormID?
  @Parameter("How many at most.", in: 1...500) package var limit: Int = 100
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case contact, `operator`, month
    case runningState = "running_state"
    case satisfaction, batch, open, fields, after, limit
  }

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Page<CallbackForm> {
    var filter = FormFilter()
    filter.contact = try contact.map { id throws(CallbookError) in try store.contact(id).id }
    filter.operator = `operator`
    filter.month = month
    filter.runningState = runningState
    filter.mostSatisfaction = satisfaction
    filter.batch = try batch.map { id throws(CallbookError) in try store.batch(id).id }
    filter.isOpen = open
    filter.fields = try store.customFields().wanted(fields, of: .form)
    if !environment.caller.seesEverything { filter.visibleTo = environment.caller.user ?? "" }
    let forms = try store.forms(filter, after: after, limit: limit)
    return Page(
      items: forms, next: forms.count == limit ? forms.last?.id.description : nil,
      head: environment.cursor(try store.ledgerTail().seq))
  }
}
