/// The table as fish reads it: a line for each thing that can come next, with what it means.
struct FishTable {
  let table: CompletionTable

  var lines: [String] {
    Self.functions + table.entries.flatMap(lines)
  }

  /// The bare words so far, and whether they are, or begin with, those of a command.
  private static let functions = [
    "function __callbook_bare",
    "  set -l skip 0",
    "  for word in (commandline -opc)",
    "    if test $skip = 1",
    "      set skip 0",
    "    else if test \"$word\" = --socket",
    "      set skip 1",
    "    else if not string match -q -- '-*' $word",
    "      echo $word",
    "    end",
    "  end",
    "end",
    "function __callbook_at",
    "  set -l bare (__callbook_bare)",
    "  test \"$bare[2..-1]\" = \"$argv\"",
    "end",
    "function __callbook_in",
    "  set -l bare (__callbook_bare)",
    "  set -l last (math (count $argv) + 1)",
    "  test (count $bare) -ge $last; and test \"$bare[2..$last]\" = \"$argv\"",
    "end",
  ]

  private func lines(_ entry: CompletionTable.Entry) -> [String] {
    let at = "complete -c callbook -n '__callbook_at\(entry.words.map { " \($0)" }.joined())'"
    let inside = "complete -c callbook -n '__callbook_in\(entry.words.map { " \($0)" }.joined())'"
    let bare =
      entry.bare.isEmpty ? [] : ["\(at) -f -a '\(entry.bare.joined(separator: " "))'"]
    return bare
      + entry.options.map { input in
        var line = "\(entry.words.isEmpty ? at : inside) -l \(input.name)"
        if input.place == .option {
          line +=
            input.suggestions.isEmpty
            ? " -r" : " -x -a '\(input.suggestions.joined(separator: " "))'"
        }
        return "\(line) -d \(Self.quoted(input.help))"
      }
  }

  private static func quoted(_ text: String) -> String {
    "'\(text.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
  }
}
