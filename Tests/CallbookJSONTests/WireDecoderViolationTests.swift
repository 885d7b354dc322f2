import CallbookJSON
import CallbookModel
import Testing

/// What a caller is told whose parameters do not fit: all of it, where, and never the value.
struct WireDecoderViolationTests {
  let tape = JSONTape()

  func violations<T: Decodable>(_ type: T.Type, _ text: String) throws -> [Violation] {
    let node = try tape.parse(text.utf8)
    let error = try #require(throws: CallbookError.self) {
      try WireDecoder.decode(type, from: node)
    }
    #expect(error.reason == .invalidParams)
    #expect(!error.violations.isEmpty)
    #expect(!error.message.contains("SECRET"))
    #expect(!error.violations.contains { $0.message.contains("SECRET") })
    return error.violations
  }

  @Test func `a value of another kind`() throws {
    #expect(
      try violations(Int.self, #""SECRET""#) == [.init("", "must be an integer, not a string")])
    #expect(try violations(String.self, "1") == [.init("", "must be a string, not a number")])
    #expect(try violations(Bool.self, "null") == [.init("", "must be true or false, not null")])
    #expect(try violations(Double.self, "[]") == [.init("", "must be a number, not an array")])
    #expect(try violations([Int].self, "{}") == [.init("", "must be an array, not an object")])
    #expect(
      try violations([String: Int].self, "true") == [.init("", "must be an object, not a boolean")])
  }

  @Test(arguments: ["1.0", "1e3", "-0", "0.5", "1E0"])
  func `a number with fraction, exponent or minus zero is no integer`(_ text: String) throws {
    let message = "must be a whole number without fraction or exponent"
    #expect(try violations(Int.self, text) == [.init("", message)])
  }

  @Test func `an integer beyond its type`() throws {
    #expect(try violations(Int8.self, "128") == [.init("", "must be between -128 and 127")])
    #expect(
      try violations(UInt64.self, "-1") == [.init("", "must be between 0 and 9007199254740991")])
  }

  enum Role: String, Codable, CaseIterable { case agent, manager }

  enum Unlisted: String, Decodable { case one }

  struct Params: Decodable {
    struct Point: Decodable {
      var kind: String
      var value: String
    }

    var name: String
    var rev: Int
    var role: Role?
    var points: [Point]
    var tags: [String]?
  }

  @Test func `everything that is wrong is told at once`() throws {
    let text = #"""
      {"rev":"SECRET","points":[{"kind":1},"SECRET",{"kind":"a","value":"b"},{"value":2}],
       "tags":["a",1,null]}
      """#
    #expect(
      try violations(Params.self, text) == [
        .init("/name", "is required"),
        .init("/rev", "must be an integer, not a string"),
        .init("/points/0/kind", "must be a string, not a number"),
        .init("/points/0/value", "is required"),
        .init("/points/1", "must be an object, not a string"),
        .init("/points/3/kind", "is required"),
        .init("/points/3/value", "must be a string, not a number"),
        .init("/tags/1", "must be a string, not a number"),
        .init("/tags/2", "must be a string, not null"),
      ])
  }

  @Test func `the message names the first and counts the rest`() throws {
    let node = try tape.parse(#"{"rev":"x","points":[]}"#.utf8)
    let error = try #require(throws: CallbookError.self) {
      try WireDecoder.decode(Params.self, from: node)
    }
    #expect(error.message == "/name is required (and 1 more)")
  }

  @Test func `pointers are relative to what is decoded, and escaped`() throws {
    let node = try tape.parse(#"{"params":{"a/b":{"m~n":[{"":true}]}}}"#.utf8)
    let error = try #require(throws: CallbookError.self) {
      try WireDecoder.decode(
        [String: [String: [[String: Int]]]].self, from: try #require(node["params"]))
    }
    #expect(error.violations.map(\.pointer) == ["/a~1b/m~0n/0/"])
  }

  @Test func `an enumeration names its values, and no error quotes what was sent`() throws {
    #expect(
      try violations([Role].self, #"["agent","SECRET"]"#)
        == [.init("/1", "must be one of agent, manager")])
    #expect(try violations(Unlisted.self, #""SECRET""#) == [.init("", "is not valid")])
  }

  struct Span: Decodable {
    var start: Int
    var end: Int

    enum Key: CodingKey { case start, end }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      start = try container.decode(Int.self, forKey: .start)
      end = try container.decode(Int.self, forKey: .end)
      if end < start {
        throw CallbookError(
          .invalidParams, "bad span", violations: [Violation("/end", "must not be before start")])
      }
      if end == start { throw CallbookError(.invalidParams, "must not be empty") }
    }
  }

  @Test func `what a type finds wrong by itself gets its whole pointer`() throws {
    let text = #"{"a":[{"start":1,"end":2},{"start":2,"end":1},{"start":1,"end":1}]}"#
    #expect(
      try violations([String: [Span]].self, text) == [
        .init("/a/1/end", "must not be before start"), .init("/a/2", "must not be empty"),
      ])
  }

  @Test func `what follows only from a stand-in is not told`() throws {
    #expect(
      try violations(Span.self, #"{"start":5,"end":"x"}"#)
        == [.init("/end", "must be an integer, not a string")])
    #expect(
      try violations([String: Role].self, #"{"a":1}"#)
        == [.init("/a", "must be a string, not a number")])
  }

  @Test func `violations are limited`() throws {
    let text = "[" + Array(repeating: "0", count: 15_000).joined(separator: ",") + "]"
    #expect(try violations([String].self, text).count == 32)
    #expect(try violations([Span].self, text).count == 32)
  }

  @Test func `an array that a type reads by hand may be too short`() throws {
    struct Pair: Decodable {
      init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        _ = try container.decode(Int.self)
        _ = try container.decode(Int.self)
      }
    }
    #expect(
      try violations([String: Pair].self, #"{"p":[1]}"#)
        == [.init("/p", "must have more elements")])
  }
}
