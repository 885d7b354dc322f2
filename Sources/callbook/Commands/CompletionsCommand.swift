import CallbookModel

/// `callbook completions bash`
struct CompletionsCommand: Command {
  let words = ["completions"]

  var shape: CommandShape {
    CommandShape(
      words: words, summary: "Prints what a shell needs to complete commands and options.",
      inputs: [
        InputShape(
          name: "shell", place: .positional, help: "One of: bash, zsh, fish.", isRequired: true,
          choices: Shell.allCases.map(\.rawValue))
      ] + GeneralInputs.all,
      examples: [
        "completions bash > ~/.local/share/bash-completion/completions/callbook",
        "completions fish > ~/.config/fish/completions/callbook.fish",
      ])
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    guard let shell = run.given.text("shell").flatMap(Shell.init) else {
      throw CallbookError(
        .usage,
        "there are completions for \(Shell.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    run.say(shell.completions(CompletionTable(CommandList.all)))
    return .done
  }
}
