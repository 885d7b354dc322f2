import CallbookModel

/// `callbook version`
struct VersionCommand: Command {
  static let text = "0.1.0"

  var shape: CommandShape {
    CommandShape(
      words: ["version"], summary: "Says which version of the command this is.",
      inputs: GeneralInputs.all)
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    run.say("callbook \(Self.text)")
    return .done
  }
}
