import CallbookJSON
import CallbookModel

/// `callbook card c12`
struct CardCommand: Command {
  let words = ["card"]

  func shape(_ texts: Texts) -> CommandShape {
    CommandShape(
      words: words, summary: texts.cardSummary,
      inputs: [
        InputShape(
          name: "id", place: .positional, help: texts.cardContactHelp, isRequired: true)
      ] + GeneralInputs.all(texts),
      examples: ["card c1"])
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    var json = JSONWriter()
    json.beginObject()
    json.member("id", run.given.text("id") ?? "")
    json.endObject()
    let reply = try run.ask("contact.card", json.bytes)
    if run.wantsJSON {
      run.sayJSON(reply)
    } else {
      CardText(run).say(reply)
    }
    return .done
  }
}
