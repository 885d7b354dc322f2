package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Ends a callback: the customer was reached, and this is what was learned (回访表, DOMAIN K3).
package struct CompleteCallback: WriteRequest, CallbackRequest {
  package static let method = "callback.done"
  package static let summary =
    "Ends a callback with its form: the customer was reached, and this is what was learned."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [
    .notFound, .notOwner, .revisionConflict, .wrongState, .alreadyExists,
  ]
  package static let examples = [
    RequestExample(
      "Everything that has to be there",
      """
      {"id":"k1","transaction":"2026050300017","problem":"偶尔打印不清","solution":"已教清洁打印头",\
      "running_state":"normal","satisfaction":5}
      """)
  ]

  @Parameter(.positional, "The callback.") package var id: CallbackID
  @Parameter("The number that was used; the one to call next when it is left out. Required.")
  package var point: PointID?
  @Parameter("Transaction number (交易单号): on one form only. Required.", in: 1...64)
  package var transaction: String?
  @Parameter("The terminal; that of the callback when it is left out.", in: 1...100)
  package var terminal: String?
  @Parameter("What the customer told. Required.", in: 1...2000) package var problem: String?
  @Parameter("What was done about it. Required.", in: 1...2000) package var solution: String?
  @Parameter("How the terminal runs. Required.")
  package var runningState: FormAnswers.RunningState?
  @Parameter("From 1, very dissatisfied, to 5. Required of whoever may enter it.", in: 1...5)
  package var satisfaction: Int64?
  @Parameter("What the customer said of it.", in: 1...2000) package var comment: String?
  @Parameter("What the shop's own fields say of it.") package var fields: CustomFieldPatch
  @Parameter("When the call was made; now when it is left out.") package var at: Instant?
  @Parameter("Only if the callback still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, point, transaction, terminal, problem, solution
    case runningState = "running_state"
    case satisfaction, comment, fields, at
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> CompletedCallback {
    let rules = store.callbackRules
    var form: CallbackForm?
    let callback = try store.change(id, ifRev: ifRev, event: "callback.done") {
      callback, contact, rules throws(CallbookError) in
      // Whether it can be completed at all comes before what it would be completed with.
      try callback.requireUnfinished(.complete, rules)
      let call = CallTime(at: at, now: store.at, since: callback.createdAt)
      let answers = try answers(callback, contact, call, environment, in: store, rules)
      _ = try callback.attempt(
        CallbackAttempt(
          at: call.instant, user: environment.caller.user, point: answers.point,
          outcome: .reached), among: contact.points, rules)
      form = self.form(callback, answers, call.instant, environment.caller, in: store, rules)
      return []
    }
    guard let form else {
      throw CallbookError(.internal, "a callback was completed without a form")
    }
    try store.insert(form)
    try store.noteRealContact(
      callback.contact, on: rules.calendar.zone.local(form.calledAt).date,
      by: environment.caller.user, how: .phone, at: form.answers.point)
    let followUp = try store.follow(form, rules)
    return CompletedCallback(
      callback: try store.callback(id), form: try store.form(form.id),
      followUp: try followUp.map { id throws(CallbookError) in
        try store.callback(id).shown(in: store)
      })
  }

  /// - Throws: violations of all that is missing or wrong; `ALREADY_EXISTS`.
  private func answers(
    _ callback: Callback, _ contact: Contact, _ call: CallTime, _ environment: Environment,
    in store: WriteTransaction, _ rules: CallbackRules
  ) throws(CallbookError) -> FormAnswers {
    var violations = call.violations
    let planned = callback.nextNumber(among: contact.points)?.id
    let called = try CalledPoint(point, planned, in: store).point(of: contact, &violations)
    var answers = FormAnswers(
      point: called, transaction: FormRules.tidy(transaction),
      terminal: FormRules.tidy(terminal) ?? callback.terminal, problem: FormRules.tidy(problem),
      solution: FormRules.tidy(solution), runningState: runningState, satisfaction: satisfaction,
      comment: FormRules.tidy(comment))
    let may = FormRules.maySaySatisfaction(
      environment.caller, owner: contact.owner, rules.policy)
    if !may, satisfaction != nil || comment != nil {
      violations.append(FormRules.notByOwner(contact.owner))
    }
    let missing = answers.missing(satisfactionIsDue: may)
      .filter { name in !violations.contains { $0.pointer == "/\(name)" } }
    violations += FormRules.required(missing)
    answers.fields = try FormRules.fields(fields, isNew: true, in: store, &violations)
    guard violations.isEmpty else {
      throw CallbookError(.invalidParams, "the form is not complete", violations: violations)
    }
    try refuseDouble(answers, call.instant, in: store, rules)
    return answers
  }

  private func refuseDouble(
    _ answers: FormAnswers, _ at: Instant, in store: WriteTransaction, _ rules: CallbackRules
  ) throws(CallbookError) {
    guard let known = try store.form(withTransaction: answers.transaction ?? "") else { return }
    let (callback, month) = (id, rules.calendar.zone.local(at).date.yearMonth)
    store.keepIfRefused { store throws(CallbookError) in
      try store.noteRefusal(of: callback, for: known, month: month)
    }
    throw .transactionKnown(known)
  }

  private func form(
    _ callback: Callback, _ answers: FormAnswers, _ at: Instant, _ caller: Caller,
    in store: WriteTransaction, _ rules: CallbackRules
  ) -> CallbackForm {
    CallbackForm(
      id: store.nextFormID(), uuid: store.newUniqueID(), callback: callback.id,
      contact: callback.contact, answers: answers, operator: caller.user, calledAt: at,
      author: caller.user, writtenAt: store.at, createdAt: store.at,
      month: rules.calendar.zone.local(at).date.yearMonth)
  }
}

/// What completing a callback answers.
package struct CompletedCallback: Codable, Sendable, Equatable {
  package let callback: Callback
  package let form: CallbackForm
  /// The callback that the rules planned because the customer is dissatisfied.
  package let followUp: Callback?

  private enum CodingKeys: String, CodingKey {
    case callback, form
    case followUp = "follow_up"
  }
}

extension CompletedCallback: SensitiveReply {
  package func redacted(for caller: Caller) -> CompletedCallback {
    CompletedCallback(
      callback: callback.redacted(for: caller), form: form.redacted(for: caller),
      followUp: followUp?.redacted(for: caller))
  }
}
