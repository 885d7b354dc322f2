import CallbookModel

/// `callbook completions bash`
struct CompletionsCommand: Command {
  let words = ["completions"]

  func shape(_ texts: Texts) -> CommandShape {
    CommandShape(
      words: words, summary: texts.completionsSummary,
      inputs: [
        InputShape(
          name: "shell", place: .positional, help: texts.oneOf(Shell.allCases.map(\.rawValue)),
          isRequired: true,
          choices: Shell.allCases.map(\.rawValue))
      ] + GeneralInputs.all(texts),
      examples: [
        "completions bash > ~/.local/share/bash-completion/completions/callbook",
        "completions fish > ~/.config/fish/completions/callbook.fish",
      ])
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    guard let shell = run.given.text("shell").flatMap(Shell.init) else {
      throw CallbookError(
        .usage, run.texts.completionsFor(Shell.allCases.map(\.rawValue)))
    }
    run.say(shell.completions(CompletionTable(CommandList.all, run.texts)))
    return .done
  }
}
