import CallbookJSON
import CallbookModel

/// `callbook audit verify` and `callbook backup verify`: the request's own parameters, with a sentence
/// for an answer and an exit code that says whether all is well.
struct VerifyCommand: Command {
  private let name: String
  private let texts: @Sendable (Texts) -> (note: String, intact: String, broken: String)

  static let audit = VerifyCommand(name: "audit.verify") {
    ($0.verifyNote, $0.ledgerIntact, $0.ledgerBroken)
  }
  static let backup = VerifyCommand(name: "backup.verify") {
    ($0.verifyBackupNote, $0.backupIntact, $0.backupBroken)
  }

  var words: [String] { name.split(separator: ".").map(String.init) }

  func shape(_ texts: Texts) -> CommandShape {
    guard let method = MethodDescription.named(name) else {
      return CommandShape(words: words, summary: "", inputs: GeneralInputs.all(texts))
    }
    var shape = CommandShape(of: method, texts)
    shape.notes = [self.texts(texts).note]
    return shape
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    guard let method = MethodDescription.named(name) else { return .failure }
    let params = try ParamsWriter(run.given, run.texts).params(of: method.fields)
    let reply = try run.ask(method.name, params)
    let isIntact = reply["intact"]?.boolean ?? false
    if run.wantsJSON {
      run.sayJSON(reply)
    } else {
      let texts = texts(run.texts)
      let checked = run.texts.entriesChecked(
        reply["checked"]?.integer ?? 0, head: reply["head"]?.string ?? "")
      if let name = reply["name"]?.string { run.say(Layout.cell(name)) }
      run.say(run.texts.verdict(isIntact ? texts.intact : texts.broken, checked))
      if let problems = reply["problems"], problems.count > 0 {
        run.say(ReplyText(method: method.name, run: run).table(problems))
      }
    }
    return isIntact ? .done : .no
  }
}
