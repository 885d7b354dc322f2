import CallbookModel

/// `callbook version`
struct VersionCommand: Command {
  static let text = "0.1.0"

  let words = ["version"]

  var shape: CommandShape {
    CommandShape(
      words: words, summary: "Says which version of the command this is.",
      inputs: GeneralInputs.all)
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    run.say("callbook \(Self.text)")
    return .done
  }
}
