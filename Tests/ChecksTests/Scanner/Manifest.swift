/// The targets that `Package.swift` declares, read as text: asking SwiftPM from within its own test
/// run would wait for the lock on the build folder.
struct Manifest: Sendable {
  struct Target: Equatable {
    let name: String
    /// Names of targets and products.
    let dependencies: [String]
    let isTest: Bool
  }

  let targets: [Target]

  private static let declarations: Set = [
    "module", "daemon", "tests", "target", "executableTarget", "testTarget", "systemLibrary",
  ]

  init(_ text: String) {
    let tokens = SwiftLexer(text).tokens
    let products = Self.productNames(in: tokens)
    targets = tokens.indices.compactMap { index in
      guard index > 0, tokens[index].kind == .word,
        Self.declarations.contains(tokens[index].text),
        !tokens[index - 1].reads("func")
      else { return nil }
      return Self.target(in: Array(Self.call(in: tokens, from: index)), products: products)
    }
  }

  func target(_ name: String) -> Target? { targets.first { $0.name == name } }

  /// `let grdb = Target.Dependency.product(name: "GRDB", …)`: the name behind each constant.
  private static func productNames(in tokens: [Token]) -> [String: String] {
    var names: [String: String] = [:]
    for index in tokens.indices where tokens[index].reads("product") {
      let before = tokens[..<index].suffix(8)
      let product = tokens[index...].prefix(6).first { $0.kind == .string }
      guard let keyword = before.lastIndex(where: { $0.reads("let") }), let product else {
        continue
      }
      names[tokens[keyword + 1].text] = product.text
    }
    return names
  }

  /// The tokens of the call whose name stands at `start`, with its parentheses.
  private static func call(in tokens: [Token], from start: Int) -> ArraySlice<Token> {
    var depth = 0
    for index in tokens.indices[(start + 1)...] {
      if tokens[index].reads("(") { depth += 1 }
      if tokens[index].reads(")") { depth -= 1 }
      if depth == 0 { return tokens[start...index] }
    }
    return tokens[start...]
  }

  /// nil for a call with a computed name, such as the one within `func module`.
  private static func target(in call: [Token], products: [String: String]) -> Target? {
    let isShort = ["module", "daemon", "tests"].contains(call[0].text)
    let nameIndex = isShort || call.count < 5 ? 2 : 4
    guard nameIndex < call.count, call[nameIndex].kind == .string else { return nil }
    let label = isShort ? nameIndex : call.firstIndex { $0.reads("dependencies") }
    let open = label.flatMap { label in call[label...].firstIndex { $0.reads("[") } }
    var dependencies: [String] = []
    if let open, !call[..<open].contains(where: { $0.reads("resources") }) {
      for token in call[open...].prefix(while: { !$0.reads("]") }) where token.kind != .mark {
        dependencies.append(products[token.text] ?? token.text)
      }
    }
    let isTest = ["tests", "testTarget"].contains(call[0].text)
    return Target(name: call[nameIndex].text, dependencies: dependencies, isTest: isTest)
  }
}
