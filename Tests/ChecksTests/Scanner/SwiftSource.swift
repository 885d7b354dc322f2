/// One Swift file, split into tokens once for all checks.
struct SwiftSource: Sendable {
  /// From the package's root, such as `Sources/CallbookModel/Errors/Reason.swift`.
  let path: String
  let tokens: [Token]
  let commentLines: Set<Int>
  let documentationLines: Set<Int>
  let lineCount: Int

  init(path: String, text: String) {
    let lexer = SwiftLexer(text)
    self.path = path
    tokens = lexer.tokens
    commentLines = lexer.commentLines
    documentationLines = lexer.documentationLines
    lineCount = text.utf8.count { $0 == UInt8(ascii: "\n") }
  }

  /// The folder below `Sources` or `Tests`, which is the target's name.
  var target: String {
    let folders = path.split(separator: "/")
    return folders.count > 2 ? String(folders[1]) : ""
  }

  /// The file's name without folder and extension.
  var name: String {
    String(path.split(separator: "/").last?.dropLast(".swift".count) ?? "")
  }

  var isTest: Bool { path.hasPrefix("Tests/") }

  /// Written by a generator that lies beside it; sizes do not bind it.
  var isGenerated: Bool { path.contains("/Generated/") }

  /// The modules that the file imports, with the line of each.
  var imports: [(module: String, line: Int)] {
    let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
    return tokens.indices.compactMap { index in
      guard tokens[index].reads("import") else { return nil }
      let rest = tokens[(index + 1)...].prefix(2)
      guard let module = rest.first(where: { !kinds.contains($0.text) }) else { return nil }
      return (module.text, module.line)
    }
  }
}
