/// A piece of code that is not written except in named places.
struct ForbiddenCall {
  /// What makes a use right where the rule otherwise forbids it.
  enum Excuse {
    case none
    /// A comment on the same line or the one above that says why.
    case comment
    /// An argument with this label, such as a generator that was passed in.
    case argument(String)
  }

  /// As it would be written, such as `Date()`.
  let code: String
  let reason: String
  /// Targets, or the `Place` of several.
  let allowed: Set<String>
  let excuse: Excuse

  private let pattern: [Token]

  init(
    _ code: String, _ reason: String, allowed: Set<String> = [], unless excuse: Excuse = .none
  ) {
    self.code = code
    self.reason = reason
    self.allowed = allowed
    self.excuse = excuse
    pattern = SwiftLexer(code).tokens
  }

  func findings(in source: SwiftSource) -> [Finding] {
    guard allowed.isDisjoint(with: [source.target, Place.of(source)]) else { return [] }
    return source.tokens.indices.compactMap { index in
      guard stands(at: index, in: source.tokens), !isExcused(at: index, in: source) else {
        return nil
      }
      return Finding(source.path, line: source.tokens[index].line, "\(code): \(reason)")
    }
  }

  private func stands(at index: Int, in tokens: [Token]) -> Bool {
    guard tokens[index].reads(pattern[0].text), index + pattern.count <= tokens.count else {
      return false
    }
    let candidate = tokens[index..<(index + pattern.count)]
    guard zip(candidate, pattern).allSatisfy({ $0.reads($1.text) }) else { return false }
    return pattern[0].kind == .mark || !isMember(at: index, in: tokens)
  }

  /// Whether the name belongs to something of our own: `output.print(…)`, `func print(…)`.
  private func isMember(at index: Int, in tokens: [Token]) -> Bool {
    guard index > 1 else { return false }
    if tokens[index - 1].reads("func") { return true }
    let modules = ["Swift", "Glibc", "Foundation", "FoundationEssentials"]
    return tokens[index - 1].reads(".") && !modules.contains(tokens[index - 2].text)
  }

  private func isExcused(at index: Int, in source: SwiftSource) -> Bool {
    switch excuse {
    case .none: return false
    case .comment:
      let line = source.tokens[index].line
      return source.commentLines.contains(line) || source.commentLines.contains(line - 1)
    case .argument(let label):
      let rest = source.tokens[index...].prefix { !$0.reads(")") && !$0.reads("{") }
      return rest.contains { $0.reads(label) }
    }
  }
}

/// Targets that share rules.
enum Place {
  static let executables = "executables"
  static let tests = "tests"

  static func of(_ source: SwiftSource) -> String {
    let programs = ["callbookd", "callbook", "callbook-courier", "callbook-fuzz"]
    if programs.contains(source.target) { return executables }
    return source.isTest || source.target == "CallbookTesting" ? tests : source.target
  }
}
