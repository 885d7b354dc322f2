import CallbookJSON
import CallbookModel
import CallbookRequests

/// The command of a request, as its parameters say it is.
struct DerivedCommand: Command {
  let method: Method

  init(_ method: Method) {
    self.method = method
  }

  var words: [String] { method.name.split(separator: ".").map(String.init) }
  var shape: CommandShape { CommandShape(of: method) }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    let params = try ParamsWriter(run.given).params(of: method.parameters)
    let isChange = method.effect == .write
    let result = try run.ask(method.name, params, isChange: isChange)
    let isEmpty = result["items"].map { $0.kind == .array && $0.count == 0 } ?? false
    if run.wantsJSON {
      run.sayJSON(result)
    } else if isEmpty {
      run.note(Texts.nothingFound)
    } else {
      ReplyText(method: method.name, run: run).say(result)
    }
    if run.isDryRun { run.note(Texts.dryRunDone) }
    return isEmpty && !isChange ? .no : .done
  }
}
