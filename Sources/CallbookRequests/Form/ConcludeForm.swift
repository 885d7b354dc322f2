package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Puts on record what operations made of a callback form, and has the customer called again where
/// that is needed (DOMAIN K4).
package struct ConcludeForm: WriteRequest {
  package static let method = "form.conclude"
  package static let summary =
    "Puts on record what operations made of a callback form; follow_up has the customer called again."
  package static let permission = Permission.roles([.operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .revisionConflict, .wrongState]
  package static let examples = [
    RequestExample("Nothing more is to be done", #"{"id":"f1","conclusion":"solved"}"#),
    RequestExample(
      "The customer is to be called again",
      #"{"id":"f1","conclusion":"follow_up","text":"换机后打印是否正常"}"#),
  ]

  @Parameter(.positional, "The form.") package var id: FormID
  @Parameter("What operations made of it.") package var conclusion: FormConclusion.Word
  @Parameter(
    "Free text; for follow_up what to talk about, for complaint what it is. Required for these.",
    in: 1...900) package var text: String?
  @Parameter("Although its newest version has a conclusion: in place of that.")
  package var again: Bool = false
  @Parameter("Only if this is still the newest version.") package var ifVersion: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, conclusion, text, again
    case ifVersion = "if_version"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> ConcludedForm {
    let form = try store.form(id)
    guard let batchID = form.batch else { throw .notHandedOver(id) }
    let batch = try store.batch(batchID)
    try batch.requireAcknowledged()
    try form.requireNewest(ifVersion)
    if let known = form.conclusion, known.version == form.newest, !again {
      throw .concludedAlready(id, known)
    }
    let text = FormRules.tidy(text)
    if conclusion.needsText, text == nil {
      throw CallbookError(
        .invalidParams, "the conclusion is not complete",
        violations: [Violation("/text", "is required for \(conclusion.rawValue)")])
    }
    let new = FormConclusion(
      conclusion, text: text, version: form.newest, at: store.at, user: environment.caller.user)
    try store.insert([(form, new)], in: batch)
    let followUp = try store.follow(new, of: form, store.callbackRules)
    return ConcludedForm(
      form: try store.form(id), batch: try store.batch(batchID),
      followUp: try followUp.map { id throws(CallbookError) in
        try store.callback(id).shown(in: store)
      })
  }
}

/// What concluding a form answers.
package struct ConcludedForm: Codable, Sendable, Equatable {
  package let form: CallbackForm
  package let batch: Batch
  /// The callback that the conclusion asks for.
  package let followUp: Callback?

  private enum CodingKeys: String, CodingKey {
    case form, batch
    case followUp = "follow_up"
  }
}

extension ConcludedForm: SensitiveReply {
  package func redacted(for caller: Caller) -> ConcludedForm {
    ConcludedForm(
      form: form.redacted(for: caller), batch: batch, followUp: followUp?.redacted(for: caller))
  }
}

extension CallbookError {
  fileprivate static func notHandedOver(_ form: FormID) -> CallbookError {
    CallbookError(
      .wrongState, "\(form) is in no batch yet: what was not handed over cannot be concluded",
      hint: "callbook batch create")
  }

  fileprivate static func concludedAlready(
    _ form: FormID, _ known: FormConclusion
  ) -> CallbookError {
    let who = known.user.map { " by \($0)" } ?? ""
    return CallbookError(
      .wrongState,
      "version \(known.version) of \(form) was concluded already\(who): \(known.conclusion.rawValue); "
        + "with `again` another conclusion takes its place",
      hint: "callbook form get \(form)")
  }
}
