import CallbookFormats
import CallbookJSON
import CallbookModel

/// `callbook calendar import 2027.ics --dry-run`
struct CalendarImportCommand: Command {
  private static let method = "calendar.import"
  /// Left out things that are named one by one; the others are counted.
  private static let mostNamed = 10

  let words = ["calendar", "import"]

  func shape(_ texts: Texts) -> CommandShape {
    CommandShape(
      words: words, summary: texts.calendarImportSummary,
      inputs: [
        InputShape(
          name: "file", place: .positional, help: texts.calendarFileHelp, isRequired: true),
        InputShape(
          name: "source", place: .option, placeholder: "TEXT", help: texts.calendarSourceHelp),
      ] + GeneralInputs.ofChanges(texts) + GeneralInputs.all(texts),
      examples: ["calendar import 2027.ics --dry-run", "calendar import work-calendar.json"],
      notes: texts.calendarImportNotes,
      permission: MethodDescription.named(Self.method).map { texts.whoMay($0.permission) })
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    let file = try CalendarFile.open(run.given.text("file") ?? "")
    for thing in file.leftOut.prefix(Self.mostNamed) { run.note(run.texts.leftOut(thing)) }
    if file.leftOut.count > Self.mostNamed {
      run.note(run.texts.moreLeftOut(file.leftOut.count - Self.mostNamed))
    }
    let reply = try run.ask(
      Self.method, Self.params(file, source: run.given.text("source")), isChange: true)
    if run.wantsJSON {
      run.sayJSON(reply)
      return .done
    }
    if run.isDryRun { run.note(run.texts.importDryRun) }
    for state in ["added", "changed", "same"] {
      let years = (reply[state]?.elements.map { $0 } ?? []).compactMap(\.integer)
      if !years.isEmpty { run.say(run.texts.yearsImported(state, years)) }
    }
    Self.sayChanges(reply, run)
    return .done
  }

  private static func sayChanges(_ reply: JSONNode, _ run: Run) {
    guard let changes = reply["changes"], changes.count > 0 else { return }
    var table = Table(
      ["id", "before", "after"],
      titles: ["date", "before", "after"].map { run.texts.title(of: $0) })
    for change in changes.elements {
      let words = ["before", "after"].map { name in
        change[name]?.string.flatMap { DayKind(rawValue: $0) }.map { run.texts.meaning($0) } ?? ""
      }
      table.add([change["date"]?.string ?? ""] + words)
    }
    run.say(table)
  }

  private static func params(_ file: CalendarFile, source: String?) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    if let region = file.region { json.member("region", region) }
    json.key("years")
    json.beginArray()
    for (number, year) in file.years.sorted(by: { $0.key < $1.key }) {
      json.beginObject()
      json.key("year")
      json.value(number)
      for (name, days) in [("off", year.off), ("on", year.on)] {
        json.key(name)
        json.beginArray()
        for span in DateSpan.covering(days) { json.value(span.description) }
        json.endArray()
      }
      json.key("names")
      json.beginArray()
      for (span, name) in year.namedSpans {
        json.beginObject()
        json.member("days", span.description)
        json.member("name", name)
        json.endObject()
      }
      json.endArray()
      json.member("source", source ?? year.source)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.bytes
  }
}
