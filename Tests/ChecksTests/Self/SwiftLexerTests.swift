import Testing

struct SwiftLexerTests {
  private static func words(_ source: String) -> [String] {
    SwiftLexer(source).tokens.filter { $0.kind == .word }.map(\.text)
  }

  @Test func `comments hold no code, nested ones included`() {
    #expect(Self.words("a // b\n/* c /* d */ e */ f") == ["a", "f"])
  }

  @Test(arguments: [#"a "b" c"#, #"a "\"b" c"#, ##"a #"b " b \"# c"##])
  func `string literals hold no code`(source: String) {
    #expect(Self.words(source) == ["a", "c"])
  }

  @Test func `a string of several lines holds no code`() {
    #expect(Self.words("a \"\"\"\n b \"b\" // b\n\"\"\" c") == ["a", "c"])
  }

  @Test func `an interpolation's code is code`() {
    #expect(Self.words(#"a "b \(c(d) + "e \(f)") g" h"#) == ["a", "c", "d", "f", "h"])
    #expect(Self.words(##"#"b \(c) \#(d)"#"##) == ["d"])
  }

  @Test func `a name in backticks is one word, whatever it says`() {
    #expect(Self.words("func `a caller's \"Date()\"`() {}") == ["func", "`a caller's \"Date()\"`"])
  }

  @Test func `tokens, comments and documentation know their lines`() {
    let lexer = SwiftLexer("/// a\n@b // c\n\"\"\"\nd\n\"\"\"\ne")
    #expect(lexer.tokens.map(\.line) == [2, 2, 3, 6])
    #expect(lexer.commentLines == [1, 2])
    #expect(lexer.documentationLines == [1])
  }

  @Test(arguments: ["\"", "/*", "\"\\(", "`", "#\"", "\"\"\"", "\\", "é"])
  func `source that breaks off ends the tokens`(source: String) {
    #expect(SwiftLexer("a " + source).tokens.first?.text == "a")
  }
}
