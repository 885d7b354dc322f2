package import CallbookModel
import CallbookStore

extension WriteTransaction {
  /// Reports a low score to the rules, and takes it back when it was corrected.
  ///
  /// - Returns: the callback that it opened.
  func follow(
    _ form: CallbackForm, _ rules: CallbackRules
  ) throws(CallbookError) -> CallbackID? {
    let event = CallbackEvent(
      .lowSatisfaction, of: CallbackForm.noun, form.id.number, contact: form.contact,
      terminal: form.answers.terminal, at: form.writtenAt)
    guard let score = form.answers.satisfaction, score <= Int64(rules.policy.formLowSatisfaction)
    else {
      _ = try reverse(event)
      return nil
    }
    return try report(event, reason: form.id.description, rules)?.id
  }
}

extension CallbackForm: SensitiveReply {
  /// An agent sees everything of forms that they entered or that are of a contact of theirs.
  package func redacted(for caller: Caller) -> CallbackForm {
    let user = caller.user
    guard user == nil || (owner != user && `operator` != user) else { return self }
    var form = self
    form.answers = FormAnswers(
      runningState: answers.runningState, satisfaction: answers.satisfaction)
    form.why = nil
    form.isRedacted = true
    return form
  }
}
