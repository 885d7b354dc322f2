/// What `callbook help` says, of all commands and of one noun.
struct Overview {
  private let texts: Texts
  private let columns: Int

  init(_ texts: Texts, columns: Int = HelpText.mostColumns) {
    self.texts = texts
    self.columns = columns
  }

  var text: String {
    let usage = "callbook \(texts.commandWord) \(texts.optionsWord)"
    var lines = Wrapping.lines(texts.about, columns: columns)
    lines += ["", texts.usage(usage)]
    lines += ["", texts.title(texts.byHandTitle)]
    lines += CommandList.byHand.filter { $0.words.count == 1 }.flatMap(entry)
    lines += HelpText.entry("help [\(texts.commandWord)]", texts.helpCommandHelp, columns)
    lines += HelpText.entry("help roles", texts.helpRolesHelp, columns)
    lines += HelpText.entry("help times", texts.helpTimesHelp, columns)
    lines += ["", texts.title(texts.commandsTitle)]
    lines += CommandList.all.filter { $0.words.count == 2 }
      .sorted { $0.words.joined(separator: " ") < $1.words.joined(separator: " ") }
      .flatMap(entry)
    return lines.joined(separator: "\n")
  }

  /// The commands of a noun; nil when the words are something else.
  func topic(_ words: [String]) -> String? {
    guard words.count == 1 else { return nil }
    let commands = CommandList.all.filter { $0.words.first == words[0] }
    guard commands.contains(where: { $0.words.count == 2 }) else { return nil }
    return ([texts.title(texts.commandsTitle)] + commands.flatMap(entry)).joined(separator: "\n")
  }

  private func entry(_ command: any Command) -> [String] {
    HelpText.entry(
      command.words.joined(separator: " "), command.shape(texts).summary, columns)
  }
}
