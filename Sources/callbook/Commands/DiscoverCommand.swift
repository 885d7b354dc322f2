import CallbookModel

/// `callbook rpc discover`: the document itself, whatever the options.
struct DiscoverCommand: Command {
  var shape: CommandShape {
    CommandShape(
      words: ["rpc", "discover"], summary: "Prints what can be asked, as an OpenRPC document.",
      inputs: GeneralInputs.all)
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    run.sayJSON(try run.ask("rpc.discover"))
    return .done
  }
}
