import CallbookJSON
import CallbookModel

/// `callbook day`, `callbook week 2026-05-03`
struct AgendaCommand: Command {
  static let day = AgendaCommand(words: ["day"])
  static let week = AgendaCommand(words: ["week"])

  let words: [String]
  private var isWeek: Bool { words == Self.week.words }

  func shape(_ texts: Texts) -> CommandShape {
    let by = InputShape(
      name: "by", place: .option, placeholder: "NAME", help: texts.agendaByHelp,
      choices: ["assignee", "place"])
    return CommandShape(
      words: words, summary: isWeek ? texts.weekSummary : texts.daySummary,
      inputs: [
        InputShape(
          name: "date", place: .positional,
          help: isWeek ? texts.agendaWeekHelp : texts.agendaDateHelp, meaning: .day)
      ] + (isWeek ? [] : [by]) + [
        InputShape(
          name: "assignee", place: .option, placeholder: "USER", help: texts.agendaAssigneeHelp),
        InputShape(
          name: "place", place: .option, placeholder: "NAME", help: texts.agendaPlaceHelp),
      ] + GeneralInputs.all(texts),
      examples: isWeek
        ? ["week", "week 2026-05-03 --assignee bob"] : ["day", "day tomorrow --by place"],
      notes: texts.agendaNotes,
      permission: MethodDescription.named("appointment.list").map { texts.whoMay($0.permission) })
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    let agenda = try AgendaReader(run).agenda(arrangement(run), of: try GivenDay.read(run, "date"))
    if run.wantsJSON {
      run.sayJSON(try JSONTape().parse(AgendaJSON.bytes(agenda)))
    } else {
      for line in AgendaPicture(agenda, run.layout, run.texts).lines { run.say(line) }
    }
    return .done
  }

  private func arrangement(_ run: Run) throws(CallbookError) -> Agenda.Arrangement {
    if isWeek { return .day }
    switch run.given.text("by") {
    case nil: return run.given.has("place") ? .place : .assignee
    case "assignee": return .assignee
    case "place": return .place
    default:
      throw CallbookError(.usage, run.texts.noSuchChoice("by"), hint: "callbook day --by place")
    }
  }
}
