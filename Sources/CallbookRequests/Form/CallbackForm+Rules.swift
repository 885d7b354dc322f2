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

extension WriteTransaction {
  /// Reports to the rules that operations wants the customer called again, once for each version of a
  /// form; and takes it back when another conclusion took the place of that one.
  ///
  /// - Parameter form: as it was before the conclusion.
  /// - Returns: the callback that serves it.
  func follow(
    _ conclusion: FormConclusion, of form: CallbackForm, _ rules: CallbackRules
  ) throws(CallbookError) -> CallbackID? {
    if let old = form.conclusion, old.conclusion == .followUp, conclusion.conclusion != .followUp {
      _ = try reverse(form.followUp(of: old))
    }
    guard conclusion.conclusion == .followUp else { return nil }
    let reason = [form.id.description, conclusion.text].compactMap { $0 }.joined(separator: ": ")
    return try report(form.followUp(of: conclusion), reason: reason, rules)?.id
  }
}

extension CallbackForm {
  fileprivate func followUp(of conclusion: FormConclusion) -> CallbackEvent {
    CallbackEvent(
      .followUp, of: Self.noun, id.number, occurrence: "version \(conclusion.version)",
      contact: contact, terminal: answers.terminal, at: conclusion.at)
  }

  /// - Parameter wanted: nil for whichever it is.
  /// - Throws: `REVISION_CONFLICT`.
  func requireNewest(_ wanted: Int64?) throws(CallbookError) {
    guard let wanted, wanted != newest else { return }
    throw CallbookError(
      .revisionConflict, "\(id) was amended meanwhile: its newest version is \(newest)",
      hint: "callbook form get \(id)", details: ["version": .number(Int(newest))])
  }
}

extension [CallbackForm] {
  /// A page stays below the limit of a reply, whatever stands in its forms.
  private static var pageBytes: Int { 700_000 }

  /// As many as one reply holds, at least one.
  var prefixBelowReplyLimit: [CallbackForm] {
    var bytes = 0
    let count = firstIndex { form in
      bytes += form.mostBytes
      return bytes > Self.pageBytes
    }
    return count.map { Array(prefix(Swift.max($0, 1))) } ?? self
  }
}

extension CallbackForm {
  /// At least the bytes of it as JSON; control characters take six each, quotes and backslashes two.
  fileprivate var mostBytes: Int {
    let texts =
      [
        name, number, answers.transaction, answers.terminal, answers.problem, answers.solution,
        answers.comment, why, conclusion?.text,
      ] + answers.fields.entries.map { $0.key + $0.value.storedText }
    return texts.compactMap { $0 }.reduce(1500) { sum, text in
      text.utf8.reduce(sum + 8) { count, byte in
        count + (byte < 0x20 || byte == 0x7F ? 6 : byte == 0x22 || byte == 0x5C ? 2 : 1)
      }
    }
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
    form.number = nil
    form.conclusion = conclusion?.withoutText
    form.isRedacted = true
    return form
  }
}
