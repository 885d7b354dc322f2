import CallbookClient
import CallbookJSON
import CallbookModel

/// A walk through the reviews that wait, one card after another, by single keys.
struct ReviewWalk {
  enum Step {
    case answered, skipped
    /// Somebody else answered it meanwhile.
    case gone
    case left
  }

  private let run: Run
  private let terminal: KeyTerminal
  private let client: Client
  private var texts: Texts { run.texts }

  init(_ run: Run, _ terminal: KeyTerminal) {
    self.run = run
    self.terminal = terminal
    client = run.client()
  }

  /// - Returns: what became of each review that was come to.
  func go(through waiting: [WaitingItem]) throws(CallbookError) -> [Step] {
    var steps: [Step] = []
    for (place, item) in waiting.enumerated() {
      if place > 0 { run.say("") }
      run.say(
        run.layout.heading(
          texts.reviewPosition(
            place + 1, of: waiting.count, item.review,
            due: run.texts.clock.text(ofWire: item.due) ?? "")
        ))
      let step = try visit(item)
      steps.append(step)
      if case .left = step { break }
    }
    return steps
  }

  private func visit(_ item: WaitingItem) throws(CallbookError) -> Step {
    var params = JSONWriter()
    params.beginObject()
    params.member("id", item.contact)
    params.endObject()
    let reply = try client.call(run.call("contact.card", params.bytes))
    let card = ReviewedCard(reply)
    guard card.review == item.review else {
      run.note(texts.reviewGone(item.review))
      return .gone
    }
    CardText(run).say(reply)
    while true {
      switch prompt(texts.reviewPrompt) {
      case "c": if try confirm(card) { return .answered }
      case "e": if try correct(card) { return .answered }
      case "a": if try addPerson(card) { return .answered }
      case "u": if try answer(card, .unreachable) { return .answered }
      case "w": if try explain(card, .waived) { return .answered }
      case "d": if try explain(card, .deletionProposed) { return .answered }
      case "s": return .skipped
      case "q", nil: return .left
      default: for line in texts.reviewKeys { run.say("  \(line)") }
      }
    }
  }

  // MARK: Answers

  private func confirm(_ card: ReviewedCard) throws(CallbookError) -> Bool {
    guard let how = askHow() else { return false }
    var verified: [String] = []
    if !card.points.isEmpty {
      for (place, point) in card.points.prefix(9).enumerated() {
        run.say("  \(place + 1)  \(Layout.cell(point.value))")
      }
      guard let key = prompt(texts.reviewWhichPoint) else { return false }
      if let number = key.wholeNumberValue, card.points.prefix(9).indices.contains(number - 1) {
        verified = [card.points[number - 1].id]
      }
    }
    return try answer(card, .confirmed) { json in
      json.member("how", how)
      json.member("verified", verified)
    }
  }

  private func correct(_ card: ReviewedCard) throws(CallbookError) -> Bool {
    run.say(texts.reviewHowToCorrect)
    guard let correction = ReviewCorrection(of: card, texts, ask: ask) else { return false }
    guard !correction.isEmpty else {
      run.say(texts.reviewNothingChanged)
      return false
    }
    guard let how = askHow() else { return false }
    return try answer(card, .corrected) { json in
      json.member("how", how)
      correction.write(into: &json, contact: card.contact)
    }
  }

  /// Whom to call was missing: a contact of the same organisation.
  private func addPerson(_ card: ReviewedCard) throws(CallbookError) -> Bool {
    guard let name = ask(texts.reviewPersonName), !name.isEmpty,
      let phone = ask(texts.reviewPersonPhone), !phone.isEmpty, let how = askHow()
    else { return false }
    return try answer(card, .contactAdded) { json in
      json.member("how", how)
      json.key("add_contacts")
      json.beginArray()
      json.beginObject()
      json.member("name", name)
      if let organisation = card.text("organisation") { json.member("organisation", organisation) }
      json.key("points")
      json.beginArray()
      json.beginObject()
      json.member("kind", "phone")
      json.member("value", phone)
      json.endObject()
      json.endArray()
      json.endObject()
      json.endArray()
    }
  }

  private func explain(
    _ card: ReviewedCard, _ outcome: ReviewOutcome
  ) throws(CallbookError) -> Bool {
    guard let reason = ask(texts.reviewReason), !reason.isEmpty else { return false }
    return try answer(card, outcome) { $0.member("reason", reason) }
  }

  /// - Returns: false when it was refused, which was said.
  private func answer(
    _ card: ReviewedCard, _ outcome: ReviewOutcome, _ more: (inout JSONWriter) -> Void = { _ in }
  ) throws(CallbookError) -> Bool {
    var params = JSONWriter()
    params.beginObject()
    params.member("id", card.review ?? "")
    params.member("outcome", outcome.rawValue)
    more(&params)
    params.endObject()
    do throws(CallbookError) {
      let reply = try client.call(run.call("review.answer", params.bytes, isChange: true))
      let next = reply["next_due"]?.string.flatMap { run.texts.clock.text(ofWire: $0) }
      run.say(texts.reviewAnswered(texts.word("outcome", outcome.rawValue), next: next))
      return true
    } catch {
      guard error.kind != .unavailable else { throw error }
      for line in ErrorText.lines(error, texts, naming: { $0 }) {
        run.surroundings.errors.line(line)
      }
      return false
    }
  }

  // MARK: Questions

  private func askHow() -> String? {
    switch prompt(texts.reviewHow) {
    case "p", "\n", "\r": VerificationMeans.phone.rawValue
    case "v": VerificationMeans.visit.rawValue
    case "m": VerificationMeans.message.rawValue
    case "d": VerificationMeans.document.rawValue
    default: nil
    }
  }

  private func prompt(_ text: String) -> Character? {
    defer { run.say("") }
    return terminal.key { run.surroundings.output.write(Array("\(text) ".utf8)) }
  }

  private func ask(_ text: String) -> String? {
    run.surroundings.output.write(Array("\(Layout.cell(text)) ".utf8))
    return terminal.line().map(TextFolding.trimmed)
  }
}

/// A review that waits, as the list names it.
struct WaitingItem {
  let review: String
  let contact: String
  let due: String
}
