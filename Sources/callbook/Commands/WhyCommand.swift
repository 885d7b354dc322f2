import CallbookJSON
import CallbookModel

/// `callbook why c12`: what happened, what will, and by which rule, in sentences.
struct WhyCommand: Command {
  private static let method = "reminder.why"

  let words = ["why"]

  func shape(_ texts: Texts) -> CommandShape {
    CommandShape(
      words: words, summary: texts.whySummary,
      inputs: [
        InputShape(name: "id", place: .positional, help: texts.whyIDHelp, isRequired: true)
      ] + GeneralInputs.all(texts),
      examples: ["why c12", "why r7"])
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    var json = JSONWriter()
    json.beginObject()
    json.member("id", run.given.text("id") ?? "")
    json.endObject()
    let reply = try run.ask(Self.method, json.bytes)
    let stories = reply["items"].map { Array($0.elements) } ?? []
    if run.wantsJSON {
      run.sayJSON(reply)
    } else {
      for story in stories { ReminderStoryText(run).say(story) }
      if stories.isEmpty { run.say(run.texts.noReminders) }
    }
    return stories.isEmpty ? .no : .done
  }
}
