/// What can come next on the command line, whatever the shell.
struct CompletionTable {
  struct Entry {
    /// Words after which these can come; none at the beginning.
    let words: [String]
    /// Commands, verbs of a noun, and words of closed sets that go by their place.
    var bare: [String] = []
    var inputs: [InputShape] = []

    var path: String { words.joined(separator: " ") }
    var options: [InputShape] { inputs.filter { $0.place != .positional } }
  }

  private(set) var entries: [Entry]

  init(_ commands: [any Command], _ texts: Texts) {
    let all = commands.map(\.words)
    let nouns = Self.unique(all.map { $0[0] })
    entries = [
      Entry(words: [], bare: (nouns + ["help"]).sorted(), inputs: GeneralInputs.all(texts))
    ]
    for noun in nouns.sorted() {
      let verbs = all.filter { $0.count == 2 && $0[0] == noun }.map { $0[1] }
      if !verbs.isEmpty, !all.contains([noun]) {
        entries.append(Entry(words: [noun], bare: verbs.sorted()))
      }
    }
    for command in commands {
      let inputs = command.shape(texts).inputs
      let verbs = all.filter { $0.count == 2 && $0.first == command.words.first }.map { $0[1] }
      let choices = inputs.filter { $0.place == .positional }.flatMap(\.suggestions)
      let bare = choices + (command.words.count == 1 ? verbs.sorted() : [])
      entries.append(Entry(words: command.words, bare: bare, inputs: inputs))
    }
    entries.append(Entry(words: ["help"], bare: (nouns + ["roles", "times"]).sorted()))
  }

  private static func unique(_ words: [String]) -> [String] {
    words.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
