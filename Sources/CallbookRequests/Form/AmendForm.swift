package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Amends a callback form by a new version; the older ones stay readable.
package struct AmendForm: WriteRequest, FormRequest {
  package static let method = "form.amend"
  package static let summary =
    "Amends a callback form by a new version; what is not named stays, null clears."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [
    .notFound, .notOwner, .revisionConflict, .alreadyExists,
  ]
  package static let examples = [
    RequestExample(
      "The customer thought again", #"{"id":"f1","satisfaction":4,"why":"客户来电更正"}"#)
  ]

  @Parameter(.positional, "The form.") package var id: FormID
  @Parameter("The number that was used.") package var point: PointID?
  @Parameter("Transaction number (交易单号): on one form only.", in: 1...64)
  package var transaction: String?
  @Parameter("The terminal.", in: 1...100) package var terminal: Patch<String>
  @Parameter("What the customer told.", in: 1...2000) package var problem: String?
  @Parameter("What was done about it.", in: 1...2000) package var solution: String?
  @Parameter("How the terminal runs.") package var runningState: FormAnswers.RunningState?
  @Parameter("From 1, very dissatisfied, to 5.", in: 1...5) package var satisfaction: Int64?
  @Parameter("What the customer said of it.", in: 1...2000) package var comment: Patch<String>
  @Parameter("What the shop's own fields say of it; null clears one.")
  package var fields: CustomFieldPatch
  @Parameter("Why it is amended.", in: 1...1000) package var why: String?
  @Parameter("Only if this is still the newest version.") package var ifVersion: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, point, transaction, terminal, problem, solution
    case runningState = "running_state"
    case satisfaction, comment, fields, why
    case ifVersion = "if_version"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> AmendedForm {
    let old = try store.form(id)
    try old.requireNewest(ifVersion)
    let rules = store.callbackRules
    let answers = try answers(old, environment, in: store, rules)
    let form = try store.amend(old, to: answers, why: why)
    var followUp: CallbackID?
    if !form.answers.hasSameSatisfaction(as: old.answers) {
      followUp = try store.follow(form, rules)
    }
    return AmendedForm(
      form: form,
      followUp: try followUp.map { id throws(CallbookError) in
        try store.callback(id).shown(in: store)
      })
  }

  private func answers(
    _ old: CallbackForm, _ environment: Environment, in store: ReadTransaction,
    _ rules: CallbackRules
  ) throws(CallbookError) -> FormAnswers {
    var violations: [Violation] = []
    var answers = old.answers
    let contact = try store.contact(old.contact)
    answers.point = try CalledPoint(point, old.answers.point, in: store)
      .point(of: contact, &violations)
    answers.transaction = FormRules.tidy(transaction ?? old.answers.transaction)
    answers.terminal = FormRules.tidy(terminal.applied(to: old.answers.terminal))
    answers.problem = FormRules.tidy(problem ?? old.answers.problem)
    answers.solution = FormRules.tidy(solution ?? old.answers.solution)
    answers.runningState = runningState ?? old.answers.runningState
    answers.satisfaction = satisfaction ?? old.answers.satisfaction
    answers.comment = FormRules.tidy(comment.applied(to: old.answers.comment))
    if !answers.hasSameSatisfaction(as: old.answers),
      !FormRules.maySaySatisfaction(environment.caller, owner: contact.owner, rules.policy)
    {
      violations.append(FormRules.notByOwner(contact.owner))
    }
    let missing = answers.missing(satisfactionIsDue: false)
      .filter { name in !violations.contains { $0.pointer == "/\(name)" } }
    violations += FormRules.required(missing)
    answers.fields = try FormRules.fields(
      fields, existing: old.answers.fields, isNew: false, in: store, &violations)
    guard violations.isEmpty else {
      throw CallbookError(.invalidParams, "the form is not complete", violations: violations)
    }
    return answers
  }
}

/// What amending a form answers.
package struct AmendedForm: Codable, Sendable, Equatable {
  package let form: CallbackForm
  /// The callback that the rules planned because the customer is dissatisfied.
  package let followUp: Callback?

  private enum CodingKeys: String, CodingKey {
    case form
    case followUp = "follow_up"
  }
}

extension AmendedForm: SensitiveReply {
  package func redacted(for caller: Caller) -> AmendedForm {
    AmendedForm(form: form.redacted(for: caller), followUp: followUp?.redacted(for: caller))
  }
}
