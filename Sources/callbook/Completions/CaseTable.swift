/// The table as functions that bash and zsh both understand.
///
/// `_callbook_follow PATH WORD` says whether two words are one command; `_callbook_next PATH PREVIOUS`
/// leaves what can come next in `list`, and fails where anything can, such as a file.
struct CaseTable {
  let table: CompletionTable

  var lines: [String] {
    follow + [
      "_callbook_next() {", "  list=", "  case \"$1 $2\" in",
    ] + table.entries.flatMap(values) + ["  esac", "  case \"$1\" in"]
      + table.entries.map { entry in
        let words = entry.bare + entry.options.map(\.typed)
        return "    '\(entry.path)') list='\(words.joined(separator: " "))' ;;"
      } + ["  esac", "}", ""]
  }

  private var follow: [String] {
    let commands = table.entries.filter { $0.words.count == 2 }
    return ["_callbook_follow() {", "  case \"$1 $2\" in"]
      + commands.map { "    '\($0.path)') return 0 ;;" } + ["  esac", "  return 1", "}", ""]
  }

  /// What stands behind an option that takes a value: a word of its set, or anything.
  private func values(_ entry: CompletionTable.Entry) -> [String] {
    entry.options.filter { $0.place == .option }.map { input in
      let place = "    '\(entry.path) \(input.typed)')"
      return input.suggestions.isEmpty
        ? "\(place) return 1 ;;"
        : "\(place) list='\(input.suggestions.joined(separator: " "))'; return 0 ;;"
    }
  }
}
