import CallbookJSON
import CallbookModel

/// `callbook today`: what is due, first what is overdue, and what to type next.
struct TodayCommand: Command {
  private static let method = MethodDescription.named("today.list")

  let words = ["today"]

  /// The request's options under a shorter name.
  func shape(_ texts: Texts) -> CommandShape {
    let derived = Self.method.map { CommandShape(of: $0, texts) }
    return CommandShape(
      words: words, summary: texts.todaySummary,
      inputs: derived?.inputs ?? GeneralInputs.all(texts),
      examples: ["today", "today --user bob", "today --all"], permission: derived?.permission)
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    let params = try ParamsWriter(run.given, run.texts).params(of: Self.method?.fields ?? [])
    let reply = try run.ask("today.list", params)
    if run.wantsJSON {
      run.sayJSON(reply)
    } else {
      TodayText(run).say(reply)
    }
    return reply["items"]?.count ?? 0 == 0 ? .no : .done
  }
}
