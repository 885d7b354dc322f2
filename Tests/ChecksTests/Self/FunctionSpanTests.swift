import Testing

struct FunctionSpanTests {
  private static func spans(_ source: String) -> [String] {
    FunctionSpan.all(in: SwiftLexer(source).tokens).map { "\($0.name) \($0.lineCount)" }
  }

  @Test func `a function reaches from its keyword to its closing brace`() {
    let body = String(repeating: "  work()\n", count: 59)
    #expect(Self.spans("func long() {\n\(body)}") == ["long 61"])
  }

  @Test func `braces in strings and comments do not count`() {
    #expect(Self.spans("func a() {\n  b(\"}\") // }\n}\nfunc c() {}") == ["a 3", "c 1"])
  }

  @Test func `signatures may break over lines`() {
    #expect(Self.spans("func a(\n  b: () -> Void = {}\n) throws(E)\n  -> C\n{\n}") == ["a 6"])
    #expect(Self.spans("init<T>(_: T)\nwhere T: A,\n  T: B\n{\n}") == ["init 5"])
  }

  @Test func `requirements and stored properties have no body`() {
    let source = """
      protocol P {
        func a() throws -> B
        init(b: Int)
        var c: Int
      }
      struct S {
        var d = [1].map { $0 }
        var e: Int
        mutating func f() {
        }
      }
      """
    #expect(Self.spans(source) == ["f 2"])
  }

  @Test func `nested functions, initialisers and properties are found, calls are not`() {
    let source = """
      struct S {
        init?() {
          self.init(a: 1)
          func b() {}
        }
        deinit {}
        subscript(c: Int) -> Int { c }
        var d: Int {
          1
        }
        static func == (left: S, right: S) -> Bool { .init(true) { } }
      }
      """
    #expect(Self.spans(source) == ["init 4", "b 1", "deinit 1", "subscript 1", "d 3", "= 1"])
    let properties = FunctionSpan.all(in: SwiftLexer(source).tokens).filter(\.isProperty)
    #expect(properties.map(\.name) == ["d"])
  }
}
