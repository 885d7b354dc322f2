/// Where a function stands and how long it is, from its keyword to its closing brace.
struct FunctionSpan: Equatable {
  let name: String
  /// From 1.
  let line: Int
  let lineCount: Int
  /// A computed property: the longest length binds it, percentiles leave it out.
  let isProperty: Bool

  static func all(in tokens: [Token]) -> [FunctionSpan] {
    tokens.indices.compactMap { FunctionSpan(in: tokens, at: $0) }
  }

  private static let keywords: Set = ["func", "init", "deinit", "subscript", "var"]

  /// nil when no function with a body begins at `index`.
  private init?(in tokens: [Token], at index: Int) {
    let keyword = tokens[index]
    guard keyword.kind == .word, Self.keywords.contains(keyword.text) else { return nil }
    let isCall = index > 0 && tokens[index - 1].reads(".")
    guard !isCall, let open = Self.bodyStart(in: tokens, from: index) else { return nil }
    guard let close = Self.closingBrace(in: tokens, of: open) else { return nil }
    let isNamed = ["func", "var"].contains(keyword.text) && index + 1 < tokens.count
    name = isNamed ? tokens[index + 1].text : keyword.text
    line = keyword.line
    lineCount = tokens[close].line - keyword.line + 1
    isProperty = keyword.text == "var"
  }

  /// The brace that opens the body; nil for a requirement or a stored property.
  private static func bodyStart(in tokens: [Token], from start: Int) -> Int? {
    let isProperty = tokens[start].text == "var"
    var depth = 0
    for index in tokens.indices[(start + 1)...] {
      let token = tokens[index]
      if depth == 0, token.line > tokens[index - 1].line,
        !continuesSignature(after: tokens[index - 1], with: token)
      {
        return nil
      }
      switch token.kind == .mark ? token.text : "" {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "{" where depth == 0: return index
      case "}" where depth == 0: return nil
      case "=" where depth == 0 && isProperty: return nil
      default: break
      }
      if depth < 0 { return nil }
    }
    return nil
  }

  /// Whether a line break between the two tokens lies within one signature.
  private static func continuesSignature(after previous: Token, with next: Token) -> Bool {
    let openings = ["{", "-", "throws", "rethrows", "async", "where"]
    let continuations = [",", "&", ":", ">", "where"]
    return openings.contains { next.reads($0) } || continuations.contains { previous.reads($0) }
  }

  private static func closingBrace(in tokens: [Token], of open: Int) -> Int? {
    var depth = 0
    return tokens.indices[open...].first { index in
      if tokens[index].reads("{") { depth += 1 }
      if tokens[index].reads("}") { depth -= 1 }
      return depth == 0
    }
  }
}
