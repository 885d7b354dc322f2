import CallbookClient
import CallbookJSON
import CallbookModel

/// `callbook review`: goes through what is due, card after card.
struct ReviewCommand: Command {
  private static let method = "review.list"

  let words = ["review"]

  func shape(_ texts: Texts) -> CommandShape {
    CommandShape(
      words: words, summary: texts.reviewSummary,
      inputs: [
        InputShape(
          name: "owner", place: .option, placeholder: "USER", help: texts.reviewOwnerHelp),
        InputShape(name: "everybody", place: .flag, help: texts.reviewEverybodyHelp),
      ] + GeneralInputs.all(texts),
      examples: ["review", "review --owner bob"], notes: texts.reviewKeys)
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    if run.wantsJSON {
      let reply = try run.ask(Self.method, params(run, after: nil))
      run.sayJSON(reply)
      return (reply["items"]?.count ?? 0) == 0 ? .no : .done
    }
    guard let terminal = run.surroundings.terminal else {
      throw CallbookError(
        .usage, run.texts.reviewNeedsTerminal, hint: "callbook review list --mine")
    }
    let waiting = try waiting(run)
    guard !waiting.isEmpty else {
      run.say(run.texts.noReviews)
      return .no
    }
    let steps = try ReviewWalk(run, terminal).go(through: waiting)
    let answered = steps.count { if case .answered = $0 { true } else { false } }
    let isLeft = if case .left? = steps.last { true } else { false }
    run.say(
      isLeft
        ? run.texts.reviewLeft(answered, at: steps.count, of: waiting.count)
        : run.texts.reviewDone(answered, of: waiting.count))
    return .done
  }

  private func waiting(_ run: Run) throws(CallbookError) -> [WaitingItem] {
    let client = run.client()
    var waiting: [WaitingItem] = []
    var after: String?
    repeat {
      let reply = try client.call(run.call(Self.method, params(run, after: after)))
      guard let items = reply["items"] else { break }
      for item in items.elements {
        guard let review = item["id"]?.string, let contact = item["contact"]?.string,
          let due = item["due"]?.string
        else { continue }
        waiting.append(WaitingItem(review: review, contact: contact, due: due))
      }
      after = reply["next"]?.string
    } while after != nil
    return waiting
  }

  private func params(_ run: Run, after: String?) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    if let owner = run.given.text("owner") {
      json.member("owner", owner)
    } else if !run.given.has("everybody") {
      json.key("mine")
      json.value(true)
    }
    json.member("limit", 500)
    if let after { json.member("after", after) }
    json.endObject()
    return json.bytes
  }
}
