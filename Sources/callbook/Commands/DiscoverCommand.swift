import CallbookModel

/// `callbook rpc discover`: the document itself, whatever the options.
struct DiscoverCommand: Command {
  let words = ["rpc", "discover"]

  var shape: CommandShape {
    CommandShape(
      words: words, summary: "Prints what can be asked, as an OpenRPC document.",
      inputs: GeneralInputs.all)
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    run.sayJSON(try run.ask("rpc.discover"))
    return .done
  }
}
