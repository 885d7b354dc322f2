import Testing

/// The map is right, and every file says what it is for.
struct DocumentationTests {
  @Test func `docs/ARCHITECTURE.md has a line for every target`() throws {
    let map = try #require(SourceTree.text(of: "docs/ARCHITECTURE.md"), "the map is missing")
    for target in SourceTree.manifest.targets where !target.isTest {
      #expect(map.contains("`\(target.name)`"), "no line tells what \(target.name) is for")
    }
  }

  @Test func `a file is named after what it declares`() {
    for source in Self.sources where Self.mainDeclaration(in: source) == nil {
      let message = "nothing in here is called \(source.name); file = type"
      Finding.report([Finding(source.path, message)])
    }
  }

  @Test func `every main type has a doc comment`() {
    for source in Self.sources {
      guard let index = Self.mainDeclaration(in: source),
        !source.tokens[index - 1].reads("extension"),
        !Self.isDocumented(source, declarationAt: index)
      else { continue }
      let message = "\(source.name) needs a doc comment that says what it is for"
      Finding.report([Finding(source.path, line: source.tokens[index].line, message)])
    }
  }

  /// Everything but entry points, generated files and extensions of types from elsewhere.
  private static var sources: [SwiftSource] {
    SourceTree.swift.filter { source in
      !source.isTest && !source.isGenerated && source.name != "main" && !source.name.contains("+")
    }
  }

  /// The token that names the file's main type, function or extension, at its first declaration.
  private static func mainDeclaration(in source: SwiftSource) -> Int? {
    let keywords: Set = [
      "struct", "enum", "class", "actor", "protocol", "typealias", "func", "extension",
    ]
    return source.tokens.indices.dropFirst().first { index in
      source.tokens[index].reads(source.name) && keywords.contains(source.tokens[index - 1].text)
    }
  }

  /// Whether documentation stands above the declaration, with nothing but attributes between.
  private static func isDocumented(_ source: SwiftSource, declarationAt index: Int) -> Bool {
    var line = source.tokens[index].line
    let attributes = Set(source.tokens[..<index].filter { $0.reads("@") }.map(\.line))
    repeat { line -= 1 } while attributes.contains(line)
    return source.documentationLines.contains(line)
  }
}
