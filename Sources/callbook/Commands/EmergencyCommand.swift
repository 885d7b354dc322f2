import CallbookJSON
import CallbookModel

/// `callbook emergency`, `callbook emergency c12`
struct EmergencyCommand: Command {
  let words = ["emergency"]

  var shape: CommandShape {
    CommandShape(
      words: words,
      summary: "Says whom to call in an emergency, of a contact or of the shop itself, in order.",
      inputs: [
        InputShape(
          name: "contact", place: .positional,
          help: "The contact; the shop itself when none is named. Such as c12.")
      ] + GeneralInputs.all,
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
      run.note(Texts.noEmergency)
    } else {
      let name = reply["name"]?.string ?? reply["contact"]?.string ?? Texts.shopItself
      run.say(run.layout.heading(Layout.cell(name)))
      if let items = reply["items"] {
        run.say(ReplyText(method: "emergency.list", run: run).table(items))
      }
    }
    return isEmpty ? .no : .done
  }
}
