import CallbookJSON
import CallbookModel

/// `callbook find 小明`
struct FindCommand: Command {
  let words = ["find"]

  var shape: CommandShape {
    CommandShape(
      words: words,
      summary:
        "Finds contacts by a part of a name, pinyin, last digits of a phone, company, email or tag.",
      inputs: [
        InputShape(
          name: "text", place: .positional, help: "What is known of the contact.", isRequired: true,
          isRepeated: true),
        InputShape(
          name: "limit", place: .option, placeholder: "NUMBER",
          help: "How many at most. 1 to 100. Default: 20."),
      ] + GeneralInputs.all,
      examples: ["find 小明", "find wxm", "find 0001", "find xiaoming@example.com"])
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    var json = JSONWriter()
    json.beginObject()
    json.member("text", run.given.texts("text").joined(separator: " "))
    if let limit = run.given.text("limit") {
      guard let number = Int(limit) else {
        throw CallbookError(.usage, "--limit must be a whole number")
      }
      json.member("limit", number)
    }
    json.endObject()
    let reply = try run.ask("contact.find", json.bytes)
    let isEmpty = reply["items"]?.count ?? 0 == 0
    if run.wantsJSON {
      run.sayJSON(reply)
    } else if isEmpty {
      run.note(Texts.nothingFound)
    } else {
      ReplyText(method: "contact.find", run: run).say(reply)
    }
    return isEmpty ? .no : .done
  }
}
