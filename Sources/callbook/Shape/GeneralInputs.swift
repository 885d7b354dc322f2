/// What every command understands.
enum GeneralInputs {
  static let all: [InputShape] = [
    InputShape(name: "socket", place: .option, placeholder: "PATH", help: Texts.socketHelp),
    InputShape(name: "json", place: .flag, help: Texts.jsonHelp),
    InputShape(name: "jsonl", place: .flag, help: Texts.jsonLinesHelp),
    InputShape(name: "no-color", place: .flag, help: Texts.noColorHelp, alias: "no-colour"),
    InputShape(name: "help", place: .flag, help: Texts.helpHelp),
  ]

  static let ofChanges: [InputShape] = [
    InputShape(name: "dry-run", place: .flag, help: Texts.dryRunHelp),
    InputShape(name: "key", place: .option, placeholder: "KEY", help: Texts.keyHelp),
  ]
}
