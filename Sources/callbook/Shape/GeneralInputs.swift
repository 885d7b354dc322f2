/// What every command understands.
enum GeneralInputs {
  static func all(_ texts: Texts) -> [InputShape] {
    [
      InputShape(name: "socket", place: .option, placeholder: "PATH", help: texts.socketHelp),
      InputShape(name: "json", place: .flag, help: texts.jsonHelp),
      InputShape(name: "jsonl", place: .flag, help: texts.jsonLinesHelp),
      InputShape(name: "no-color", place: .flag, help: texts.noColorHelp, alias: "no-colour"),
      InputShape(name: "help", place: .flag, help: texts.helpHelp),
    ]
  }

  static func ofChanges(_ texts: Texts) -> [InputShape] {
    [
      dryRun(texts),
      InputShape(name: "key", place: .option, placeholder: "KEY", help: texts.keyHelp),
    ]
  }

  static func dryRun(_ texts: Texts) -> InputShape {
    InputShape(name: "dry-run", place: .flag, help: texts.dryRunHelp)
  }
}
