import CallbookJSON
import CallbookModel

/// The story of a reminder for a person's eyes: a head, then a sentence for each thing that happened.
struct ReminderStoryText {
  private let run: Run
  private var texts: Texts { run.texts }

  init(_ run: Run) {
    self.run = run
  }

  func say(_ story: JSONNode) {
    guard let reminder = story["reminder"] else { return }
    run.say(run.layout.heading(Layout.cell(head(reminder))))
    sentence(
      texts.reminderPlanned(
        time(story["planned_at"]), rule: text(reminder["rule"]),
        after: change(story["planned_after"])))
    if reminder["provisional"]?.boolean == true { sentence(texts.reminderProvisional) }
    for line in outcome(reminder, after: change(story["ended_after"])) { sentence(line) }
  }

  private func head(_ reminder: JSONNode) -> String {
    let whom = reminder["user"]?.string ?? texts.word("role", text(reminder["role"]))
    return texts.reminderHead(
      text(reminder["id"]), texts.word("kind", text(reminder["kind"])), text(reminder["subject"]),
      whom: whom)
  }

  private func outcome(_ reminder: JSONNode, after change: String?) -> [String] {
    let due = time(reminder["due"])
    let ended = time(reminder["ended_at"])
    let reason = texts.reminderReason(text(reminder["reason"]))
    switch text(reminder["state"]) {
    case "pending":
      let retries = Int(reminder["retries"]?.integer ?? 0)
      guard retries > 0 else { return [texts.reminderWillFire(due)] }
      return [texts.reminderTried(retries, again: time(reminder["retry_at"]), due: due)]
    case "fired":
      return [
        reminder["late"]?.boolean == true
          ? texts.reminderFiredLate(ended, due: due) : texts.reminderFired(ended)
      ]
    case "merged": return [texts.reminderMerged(ended, due: due, into: text(reminder["into"]))]
    case "withdrawn": return [texts.reminderWithdrawn(ended, due: due, reason, after: change)]
    case "expired": return [texts.reminderExpired(ended, due: due)]
    default: return [texts.reminderFailed(ended, due: due, reason)]
    }
  }

  /// `contact.added by li.na (change 7)`.
  private func change(_ line: JSONNode?) -> String? {
    guard let line, !line.isNull else { return nil }
    let who = ReplyText(method: "", run: run).who(line)
    return texts.reminderCause(text(line["event"]), who, line["seq"]?.integer ?? 0)
  }

  private func sentence(_ text: String) {
    for line in run.layout.indented(by: 2).wrapped(Layout.cell(text)) { run.say("  " + line) }
  }

  private func text(_ node: JSONNode?) -> String { node?.string ?? "" }

  private func time(_ node: JSONNode?) -> String {
    node?.string.flatMap { texts.clock.text(ofWire: $0) } ?? "–"
  }
}
