import CallbookModel

/// `callbook version`
struct VersionCommand: Command {
  static let text = "0.1.0"

  let words = ["version"]

  func shape(_ texts: Texts) -> CommandShape {
    CommandShape(
      words: words, summary: texts.versionSummary,
      inputs: GeneralInputs.all(texts))
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    run.say("callbook \(Self.text)")
    return .done
  }
}
