import CallbookJSON
import CallbookModel

/// `callbook emergency`, `callbook emergency c12`
struct EmergencyCommand: Command {
  let words = ["emergency"]

  func shape(_ texts: Texts) -> CommandShape {
    CommandShape(
      words: words,
      summary: texts.emergencySummary,
      inputs: [
        InputShape(
          name: "contact", place: .positional,
          help: texts.emergencyContactHelp)
      ] + GeneralInputs.all(texts),
      examples: ["emergency", "emergency c1"])
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    var json = JSONWriter()
    json.beginObject()
    if let contact = run.given.text("contact") { json.member("contact", contact) }
    json.endObject()
    let reply = try run.ask("emergency.list", json.bytes)
    let isEmpty = reply["items"]?.count ?? 0 == 0
    if run.wantsJSON {
      run.sayJSON(reply)
    } else if isEmpty {
      run.note(run.texts.noEmergency)
    } else {
      let name = reply["name"]?.string ?? reply["contact"]?.string ?? run.texts.shopItself
      run.say(run.layout.heading(Layout.cell(name)))
      if let items = reply["items"] {
        run.say(ReplyText(method: "emergency.list", run: run).table(items))
      }
    }
    return isEmpty ? .no : .done
  }
}
