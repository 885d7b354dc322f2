import CallbookJSON
import CallbookModel

/// `callbook card c12`
struct CardCommand: Command {
  let words = ["card"]

  var shape: CommandShape {
    CommandShape(
      words: words, summary: "Shows everything about one contact on one screen.",
      inputs: [
        InputShape(
          name: "id", place: .positional, help: "The contact. Such as c12.", isRequired: true)
      ] + GeneralInputs.all,
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
