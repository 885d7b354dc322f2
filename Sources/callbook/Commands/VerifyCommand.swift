import CallbookJSON
import CallbookModel

/// `callbook audit verify`: the request's own parameters, with a sentence for an answer.
struct VerifyCommand: Command {
  private static let method = "audit.verify"

  let words = ["audit", "verify"]

  func shape(_ texts: Texts) -> CommandShape {
    guard let method = MethodDescription.named(Self.method) else {
      return CommandShape(words: words, summary: "", inputs: GeneralInputs.all(texts))
    }
    var shape = CommandShape(of: method, texts)
    shape.notes = [texts.verifyNote]
    return shape
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    guard let method = MethodDescription.named(Self.method) else { return .failure }
    let params = try ParamsWriter(run.given, run.texts).params(of: method.fields)
    let reply = try run.ask(method.name, params)
    let isIntact = reply["intact"]?.boolean ?? false
    if run.wantsJSON {
      run.sayJSON(reply)
    } else {
      let checked = run.texts.entriesChecked(
        reply["checked"]?.integer ?? 0, head: reply["head"]?.string ?? "")
      run.say(
        run.texts.verdict(isIntact ? run.texts.ledgerIntact : run.texts.ledgerBroken, checked))
      if let problems = reply["problems"], problems.count > 0 {
        run.say(ReplyText(method: method.name, run: run).table(problems))
      }
    }
    return isIntact ? .done : .no
  }
}
