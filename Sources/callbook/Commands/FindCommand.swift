import CallbookJSON
import CallbookModel

/// `callbook find 小明`
struct FindCommand: Command {
  let words = ["find"]

  func shape(_ texts: Texts) -> CommandShape {
    CommandShape(
      words: words,
      summary: texts.findSummary,
      inputs: [
        InputShape(
          name: "text", place: .positional, help: texts.findTextHelp, isRequired: true,
          isRepeated: true),
        InputShape(
          name: "limit", place: .option, placeholder: "NUMBER",
          help: texts.findLimitHelp),
      ] + GeneralInputs.all(texts),
      examples: ["find 小明", "find wxm", "find 0001", "find xiaoming@example.com"])
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    var json = JSONWriter()
    json.beginObject()
    json.member("text", run.given.texts("text").joined(separator: " "))
    if let limit = run.given.text("limit") {
      guard let number = Int(limit) else {
        throw CallbookError(.usage, run.texts.wholeNumber("--limit"))
      }
      json.member("limit", number)
    }
    json.endObject()
    let reply = try run.ask("contact.find", json.bytes)
    let isEmpty = reply["items"]?.count ?? 0 == 0
    if run.wantsJSON {
      run.sayJSON(reply)
    } else if isEmpty {
      run.note(run.texts.nothingFound)
    } else {
      ReplyText(method: "contact.find", run: run).say(reply)
    }
    return isEmpty ? .no : .done
  }
}
