import CallbookJSON
import CallbookModel

/// The command of a request, as its parameters say it is.
struct DerivedCommand: Command {
  let method: MethodDescription

  init(_ method: MethodDescription) {
    self.method = method
  }

  var words: [String] { method.words }
  func shape(_ texts: Texts) -> CommandShape { CommandShape(of: method, texts) }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    let params = try ParamsWriter(run.given, run.texts).params(of: method.fields)
    let result = try run.ask(method.name, params, isChange: method.isChange)
    let isEmpty = isNothing(result)
    if run.wantsJSON {
      run.sayJSON(result)
    } else if isEmpty {
      run.note(run.texts.nothingFound)
    } else if case let cards = CardText.cards(in: result), !cards.isEmpty {
      CardText(run).say(cards)
    } else {
      ReplyText(method: method.name, run: run).say(result)
      sayWhatWaits(result, run)
    }
    if run.isDryRun { run.note(run.texts.dryRunDone) }
    return isEmpty && !method.isChange ? .no : .done
  }

  /// Whether it is a list of nothing. Beside what a change did its list may well be empty.
  private func isNothing(_ result: JSONNode) -> Bool {
    guard let items = result["items"], items.kind == .array, items.count == 0 else { return false }
    return !method.isChange || !result.members.contains { $0.value.kind == .object }
  }

  /// A cancelling that came to a request looks much like one that was done.
  private func sayWhatWaits(_ result: JSONNode, _ run: Run) {
    guard let appointment = result["appointment"]?["id"]?.string,
      let request = result["request"]?["id"]?.string
    else { return }
    run.note(run.texts.waitsForManager(appointment, request))
  }
}
