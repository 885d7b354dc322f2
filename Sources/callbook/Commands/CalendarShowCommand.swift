import CallbookJSON
import CallbookModel

/// `callbook calendar show`, `callbook calendar show 2026-10`
struct CalendarShowCommand: Command {
  let words = ["calendar", "show"]

  func shape(_ texts: Texts) -> CommandShape {
    CommandShape(
      words: words, summary: texts.calendarShowSummary,
      inputs: [
        InputShape(name: "period", place: .positional, help: texts.calendarPeriodHelp)
      ] + GeneralInputs.all(texts),
      examples: ["calendar show", "calendar show 2026", "calendar show 2026-10"],
      permission: MethodDescription.named("calendar.get").map { texts.whoMay($0.permission) })
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    let period = try Self.period(run)
    var json = JSONWriter()
    json.beginObject()
    json.member("from", period.first.description)
    json.member("to", period.last.description)
    json.endObject()
    let reply = try run.ask("calendar.get", json.bytes)
    if run.wantsJSON {
      run.sayJSON(reply)
      return .done
    }
    CalendarPicture(run, period, reply).say()
    if run.given.text("period") == nil, let moment = reply["moment"] { Self.say(moment, run) }
    return .done
  }

  private static func period(_ run: Run) throws(CallbookError) -> CalendarPeriod {
    guard let text = run.given.text("period") else {
      let today = run.texts.clock.date(run.surroundings.clock.now())
      return CalendarPeriod(month: .init(year: today.year, number: today.month))
    }
    guard let period = CalendarPeriod(text) else {
      throw CallbookError(
        .usage, run.texts.noPeriod, hint: "callbook calendar show 2026-10")
    }
    return period
  }

  private static func say(_ moment: JSONNode, _ run: Run) {
    let opens = moment["opens_at"]?.string.flatMap { run.texts.clock.text(ofWire: $0) }
    run.say(
      run.texts.openNow(
        moment["working"]?.boolean == true, opens: opens,
        isGuess: moment["provisional"]?.boolean == true))
  }
}
