import CallbookModel

/// `callbook rpc discover`: the document itself, whatever the options.
struct DiscoverCommand: Command {
  let words = ["rpc", "discover"]

  func shape(_ texts: Texts) -> CommandShape {
    CommandShape(
      words: words, summary: texts.discoverSummary,
      inputs: GeneralInputs.all(texts))
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    run.sayJSON(try run.ask("rpc.discover"))
    return .done
  }
}
