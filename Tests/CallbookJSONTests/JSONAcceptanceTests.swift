import CallbookFuzzing
import CallbookJSON
import CallbookModel
import Testing

/// The cases that every reader must accept, after the well-known test suite for JSON readers.
struct JSONAcceptanceTests {
  static let rows: [(String, JSONValue)] = [
    ("null", .null), (" true ", .boolean(true)), ("\t\r\n false\n", .boolean(false)),
    ("0", .integer(0)), ("-1", .integer(-1)), ("42", .integer(42)),
    ("9007199254740991", .integer(9_007_199_254_740_991)),
    ("-9007199254740991", .integer(-9_007_199_254_740_991)),
    ("-0", .number(-0.0)), ("0.0", .number(0)), ("1.0", .number(1)), ("1e3", .number(1000)),
    ("0e1", .number(0)), ("0e+1", .number(0)), ("1E+2", .number(100)), ("1E-2", .number(0.01)),
    ("123.456e-3", .number(0.123456)), ("1e-400", .number(0)), ("0.1", .number(0.1)),
    ("9007199254740991.0", .number(9_007_199_254_740_991)),
    ("123456789012345.678", .number(123456789012345.678)),
    (#""""#, string("")), (#""a b""#, string("a b")), (#""\u0000""#, string("\u{0}")),
    (#""\"\\\/\b\f\n\r\t""#, string("\"\\/\u{8}\u{C}\n\r\t")),
    (#""\u0041\u00e9\u5c0F\uFFFF""#, string("A\u{E9}小\u{FFFF}")),
    (#""\ud83d\ude00\uDBFF\uDFFF""#, string("😀\u{10FFFF}")),
    (#""\\u0000""#, string("\\u0000")), (#""\u2028\u2029""#, string("\u{2028}\u{2029}")),
    (
      "\"\u{7F}\u{80}\u{7FF}\u{800}\u{FEFF}\u{10000}\"",
      string("\u{7F}\u{80}\u{7FF}\u{800}\u{FEFF}\u{10000}")
    ),
    (#""// /* no comment""#, string("// /* no comment")),
    ("[]", .array([])), ("[ ]", .array([])), ("{}", .object([])), ("{ \n }", .object([])),
    ("[[],[[]]]", .array([.array([]), .array([.array([])])])),
    ("[ 1 , \"a\" , null ]", .array([.integer(1), string("a"), .null])),
    (#"{"":0}"#, .object([member("", .integer(0))])),
    (
      #"{ "a" : { "a" : [ { } ] } , "b" : -0.5 }"#,
      .object([
        member("a", .object([member("a", .array([.object([])]))])), member("b", .number(-0.5)),
      ])
    ),
    // Equal to a person, not byte for byte.
    (
      "{\"\u{E9}\":1,\"e\u{301}\":2}",
      .object([member("\u{E9}", .integer(1)), member("e\u{301}", .integer(2))])
    ),
  ]

  static func string(_ text: String) -> JSONValue { .string(Array(text.utf8)) }

  static func member(_ name: String, _ value: JSONValue) -> JSONValue.Member {
    JSONValue.Member(name: Array(name.utf8), value: value)
  }

  @Test(arguments: 0..<rows.count)
  func `valid text is read as what it says`(_ row: Int) throws {
    let (text, value) = Self.rows[row]
    #expect(JSONValue(try JSONTape().parse(text.utf8)) == value, "\(text)")
  }

  @Test(arguments: 0...40)
  func `strings end wherever they end in a word`(_ length: Int) throws {
    let tape = JSONTape()
    let plain = String(repeating: "x", count: length)
    for (written, meant) in [("", ""), (#"\n"#, "\n"), ("é", "é"), (#"\u5c0f"#, "小")] {
      let text = "[\"\(plain)\(written)\(plain)\"]"
      let expected = JSONValue.array([Self.string(plain + meant + plain)])
      #expect(JSONValue(try tape.parse(text.utf8)) == expected)
    }
  }

  @Test func `depth is limited, and counted by what is open`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    let tape = JSONTape()
    _ = try tape.parse(nested(32).utf8)
    _ = try tape.parse("[\(nested(31)),\(nested(31))]".utf8)
    let error = try #require(throws: CallbookError.self) { try tape.parse(nested(33).utf8) }
    #expect(error.reason == .tooDeep)
    #expect(error.details == ["offset": .number(32)])
    let endless = String(repeating: #"{"a":["#, count: 50_000)
    #expect(throws: CallbookError.self) { try tape.parse(endless.utf8) }
  }

  @Test func `values and names are limited together`() throws {
    let tape = JSONTape(limits: JSONLimits(tokens: 7))
    _ = try tape.parse(#"{"a":1,"b":2,"c":3}"#.utf8)
    _ = try tape.parse("[1,2,3,4,5,6]".utf8)
    for text in ["[1,2,3,4,5,6,7]", #"{"a":1,"b":2,"c":[3]}"#, #"[1,2,3,4,{"a":1}]"#] {
      let error = try #require(throws: CallbookError.self) { try tape.parse(text.utf8) }
      #expect(error.reason == .tooManyTokens)
    }
    let most = "[" + Array(repeating: "0", count: 19_999).joined(separator: ",") + "]"
    #expect(try JSONTape().parse(most.utf8).count == 19_999)
    #expect(throws: CallbookError.self) { try JSONTape().parse(("[0," + most.dropFirst()).utf8) }
  }

  @Test func `dense texts of every size fit the room that their length gives`() throws {
    let tape = JSONTape()
    for size in 1...300 {
      let ones = "[" + Array(repeating: "1", count: size).joined(separator: ",") + "]"
      let empties = "[" + Array(repeating: "[]", count: size).joined(separator: ",") + "]"
      let open = String(repeating: "[", count: 31) + ones + String(repeating: "]", count: 31)
      for text in [ones, empties, open] { _ = try tape.parse(text.utf8) }
    }
  }

  @Test func `a duplicate is found among thousands of names`() throws {
    var members = (0..<9_000).map { #""key \#($0)":0"# }
    let tape = JSONTape()
    #expect(try tape.parse("{\(members.joined(separator: ","))}".utf8).count == 9_000)
    members[8_999] = #""key \u0034":0"#
    let text = "{\(members.joined(separator: ","))}"
    let error = try #require(throws: CallbookError.self) { try tape.parse(text.utf8) }
    #expect(error.reason == .duplicateKey)
    #expect(error.details == ["offset": .number(text.utf8.count - members[8_999].utf8.count - 1)])
  }
}
