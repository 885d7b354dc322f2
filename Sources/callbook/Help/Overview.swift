/// What `callbook help` says, of all commands and of one noun.
enum Overview {
  static var text: String {
    var lines = [Texts.about, "", "\(Texts.usageTitle): callbook COMMAND [OPTIONS]"]
    lines += ["", "\(Texts.byHandTitle):"]
    lines += CommandList.byHand.filter { $0.words.count == 1 }.flatMap(entry)
    lines += HelpText.entry("help [COMMAND]", "Shows the help of a command, as --help does.")
    lines += HelpText.entry("help roles", "Shows who may do what.")
    lines += ["", "\(Texts.commandsTitle):"]
    lines += CommandList.all.filter { $0.words.count == 2 }
      .sorted { $0.words.joined(separator: " ") < $1.words.joined(separator: " ") }
      .flatMap(entry)
    return lines.joined(separator: "\n")
  }

  /// The commands of a noun; nil when the words are something else.
  static func topic(_ words: [String]) -> String? {
    guard words.count == 1 else { return nil }
    let commands = CommandList.all.filter { $0.words.first == words[0] }
    guard commands.contains(where: { $0.words.count == 2 }) else { return nil }
    return (["\(Texts.commandsTitle):"] + commands.flatMap(entry)).joined(separator: "\n")
  }

  private static func entry(_ command: any Command) -> [String] {
    HelpText.entry(command.words.joined(separator: " "), command.shape.summary)
  }
}
