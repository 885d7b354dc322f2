package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Gives every form of a batch that has no conclusion the same one.
package struct ConcludeBatch: WriteRequest {
  package static let method = "batch.conclude"
  package static let summary =
    "Gives every form of a batch that has no conclusion the same one; form.conclude knows more."
  package static let permission = Permission.roles([.operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .wrongState]
  package static let examples = [
    RequestExample("The rest needs nothing", #"{"id":"b1","conclusion":"no_action"}"#)
  ]

  @Parameter(.positional, "The batch.") package var id: BatchID
  @Parameter("What operations made of them.") package var conclusion: CommonConclusion
  @Parameter("Free text.", in: 1...900) package var text: String?
  package init() {}

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Batch {
    let batch = try store.batch(id)
    try batch.requireAcknowledged()
    let forms = try store.forms(
      of: batch.id, amended: false, isOpen: true, after: nil, limit: Batch.mostForms)
    guard !forms.isEmpty else {
      throw CallbookError(
        .wrongState, "every form of \(id) has a conclusion already",
        hint: "callbook batch forms \(id)")
    }
    let text = FormRules.tidy(text)
    try store.insert(
      forms.map { form in
        (
          form,
          FormConclusion(
            conclusion.word, text: text, version: form.newest, at: store.at,
            user: environment.caller.user)
        )
      }, in: batch)
    return try store.batch(id)
  }
}

/// Conclusions that ask nobody to do anything more.
package enum CommonConclusion: String, Codable, Sendable, CaseIterable {
  case noAction = "no_action"
  case solved

  var word: FormConclusion.Word {
    switch self {
    case .noAction: .noAction
    case .solved: .solved
    }
  }
}

extension CommonConclusion: ParameterWord {
  package static var exampleValue: Self { .noAction }
}
