import CallbookJSON
import CallbookModel

/// `callbook appointment figures --from 2026-05-01`: how busy the shop is, as bars, CSV or JSON.
struct FiguresCommand: Command {
  private static let method = "appointment.figures"

  let words = ["appointment", "figures"]

  func shape(_ texts: Texts) -> CommandShape {
    guard let method = MethodDescription.named(Self.method) else {
      return CommandShape(words: words, summary: "", inputs: GeneralInputs.all(texts))
    }
    var shape = CommandShape(of: method, texts)
    let general = GeneralInputs.all(texts).count
    shape.inputs.insert(
      InputShape(name: "csv", place: .flag, help: texts.figuresCSVHelp),
      at: shape.inputs.count - general)
    return shape
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    guard !run.given.has("csv") || !run.wantsJSON else {
      throw CallbookError(.usage, run.texts.figuresOneForm)
    }
    let fields = MethodDescription.named(Self.method)?.fields ?? []
    let reply = try run.ask(Self.method, try ParamsWriter(run.given, run.texts).params(of: fields))
    let isEmpty = reply["total"]?["appointments"]?.integer ?? 0 == 0
    if run.wantsJSON {
      run.sayJSON(reply)
    } else if run.given.has("csv") {
      run.surroundings.output.write(FiguresTable(reply).csv)
    } else if isEmpty {
      run.note(run.texts.nothingFound)
    } else {
      FiguresText(run, reply).say()
    }
    return isEmpty ? .no : .done
  }
}
