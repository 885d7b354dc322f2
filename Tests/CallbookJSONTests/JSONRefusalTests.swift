import CallbookJSON
import CallbookModel
import Testing

/// Every kind of broken text, with the reason and the offset that its sender is told.
struct JSONRefusalTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let text: [UInt8]
    let reason: Reason
    let offset: Int
    var testDescription: String { String(decoding: text, as: UTF8.self) }

    init(_ text: String, _ reason: Reason = .malformedJSON, at offset: Int) {
      self.init(Array(text.utf8), reason, at: offset)
    }

    init(_ text: [UInt8], _ reason: Reason, at offset: Int) {
      self.text = text
      self.reason = reason
      self.offset = offset
    }

    /// The bytes inside the string of an object.
    init(string bytes: [UInt8], _ reason: Reason, at offset: Int) {
      self.init(Array(#"{"a":""#.utf8) + bytes + Array(#""}"#.utf8), reason, at: offset)
    }
  }

  static let encodings = [
    Row([0xEF, 0xBB, 0xBF, 0x7B, 0x7D], .byteOrderMark, at: 0),
    Row([0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00], .wrongEncoding, at: 0),
    Row([0xFE, 0xFF, 0x00, 0x7B, 0x00, 0x7D], .wrongEncoding, at: 0),
    Row([0x7B, 0x00, 0x7D, 0x00], .wrongEncoding, at: 0),
    Row([0x00, 0x7B, 0x00, 0x7D], .wrongEncoding, at: 0),
    Row([0x31, 0x00], .wrongEncoding, at: 0),
    Row([0x00, 0x31], .wrongEncoding, at: 0),
    Row([0x7B, 0, 0, 0, 0x7D, 0, 0, 0], .wrongEncoding, at: 0),
    Row([0, 0, 0, 0x7B, 0, 0, 0, 0x7D], .wrongEncoding, at: 0),
    // What a line feed leaves of UTF-16, little endian.
    Row([0x00, 0x7B, 0x00, 0x7D, 0x00], .wrongEncoding, at: 0),
    Row([0x7B, 0xEF, 0xBB, 0xBF, 0x7D], .malformedJSON, at: 1),
  ]

  static let utf8 = [
    Row(string: [0x80], .invalidUTF8, at: 6),
    Row(string: [0x61, 0xBF], .invalidUTF8, at: 7),
    Row(string: [0xC0, 0x80], .invalidUTF8, at: 6),  // overlong
    Row(string: [0xC1, 0xBF], .invalidUTF8, at: 6),
    Row(string: [0xE0, 0x9F, 0xBF], .invalidUTF8, at: 6),
    Row(string: [0xF0, 0x8F, 0xBF, 0xBF], .invalidUTF8, at: 6),
    Row(string: [0xED, 0xA0, 0x80], .invalidUTF8, at: 6),  // surrogates
    Row(string: [0xED, 0xBF, 0xBF], .invalidUTF8, at: 6),
    Row(string: [0xF4, 0x90, 0x80, 0x80], .invalidUTF8, at: 6),  // beyond U+10FFFF
    Row(string: [0xF5, 0x80, 0x80, 0x80], .invalidUTF8, at: 6),
    Row(string: [0xFF], .invalidUTF8, at: 6),
    Row(string: [0xC3], .invalidUTF8, at: 6),  // cut off
    Row(string: [0xE5, 0xB0], .invalidUTF8, at: 6),
    Row(string: [0xF0, 0x9F, 0x98], .invalidUTF8, at: 6),
    Row(string: Array("小明".utf8) + [0xE5], .invalidUTF8, at: 12),
    Row(string: Array(#"\n小"#.utf8) + [0xE5], .invalidUTF8, at: 11),
    Row(Array(#"{"a"#.utf8) + [0xFF, 0x22, 0x7D], .invalidUTF8, at: 3),
    Row([0x5B, 0xFF, 0x5D], .invalidUTF8, at: 1),  // outside strings
    Row([0x22, 0xE5], .invalidUTF8, at: 1),
  ]

  static let strings = [
    Row(string: [0x00], .malformedJSON, at: 6),
    Row(string: [0x1F], .malformedJSON, at: 6),
    Row(string: [0x09], .malformedJSON, at: 6),
    Row(string: [0x0A], .malformedJSON, at: 6),
    Row(#"["\ud800"]"#, at: 2),
    Row(#"["\ud800x"]"#, at: 2),
    Row(#"["\ud800\n"]"#, at: 2),
    Row(#"["a\udc00"]"#, at: 3),
    Row(#"["\ud800\ud800"]"#, at: 2),
    Row(#"["\ud800\u0041"]"#, at: 2),
    Row(#"["\ud83d\u00"]"#, at: 12),
    Row(#"["\x41"]"#, at: 3),
    Row(#"["\U0041"]"#, at: 3),
    Row(#"["\'"]"#, at: 3),
    Row(#"["\u00g0"]"#, at: 6),
    Row(#"["\u12"]"#, at: 6),
    Row(#"["\u"#, at: 4),
    Row(#"["\"#, at: 3),
    Row(#"["abc"#, at: 5),
    Row(#"["a\nbc"#, at: 7),
    Row("['a']", at: 1),
    Row(#"{'a':1}"#, at: 1),
    Row(#"{a:1}"#, at: 1),
  ]

  static let structure = [
    Row("", at: 0), Row("  ", at: 2), Row("[1,]", at: 3), Row(#"{"a":1,}"#, at: 7),
    Row("[,1]", at: 1), Row("[1,,2]", at: 3), Row("[1 2]", at: 3), Row("{,}", at: 1),
    Row(#"{"a"}"#, at: 4), Row(#"{"a":}"#, at: 5), Row(#"{"a" 1}"#, at: 5),
    Row(#"{"a":1 "b":2}"#, at: 7), Row(#"{"a"::1}"#, at: 5), Row("{1:2}", at: 1),
    Row("[1}", at: 2), Row(#"{"a":1]"#, at: 6), Row("[", at: 1), Row("[1", at: 2),
    Row("{", at: 1), Row(#"{"a"#, at: 3), Row(#"{"a":"#, at: 5), Row(#"{"a":1"#, at: 6),
    Row(#"{"a":1,"#, at: 7), Row("]", at: 0), Row("}", at: 0), Row("{}}", at: 2),
    Row("{}{}", at: 2), Row("1 2", at: 2), Row("{} x", at: 3), Row("// c\n{}", at: 0),
    Row("/* c */{}", at: 0), Row("{}//c", at: 2), Row("{}#", at: 2), Row("[1,/**/2]", at: 3),
    Row("[\u{0}]", at: 1), Row("{}\u{0}", at: 2), Row("[\u{B}1]", at: 1),
    Row("[\u{C}1]", at: 1), Row("[\u{A0}1]", at: 1), Row("\u{0}", at: 0),
    Row("tru", at: 3), Row("trux", at: 3), Row("True", at: 0), Row("nul", at: 3),
    Row("[nulL]", at: 4), Row("falsee", at: 5), Row("undefined", at: 0),
  ]

  static let numbers = [
    Row("01", at: 0), Row("-01", at: 1), Row("00", at: 0), Row("+1", at: 0), Row(".5", at: 0),
    Row("-.5", at: 1), Row("1.", at: 2), Row("1.e1", at: 2), Row("-", at: 1), Row("1e", at: 2),
    Row("1e+", at: 3), Row("1E-", at: 3), Row("1.5e", at: 4), Row("1e1.5", at: 3),
    Row("--1", at: 1), Row("0x10", at: 1), Row("1_000", at: 1), Row("1,5", at: 1),
    Row("NaN", at: 0), Row("nan", at: 1), Row("Infinity", at: 0), Row("-Infinity", at: 1),
    Row("-a", at: 1), Row("1a", at: 1), Row("0.1.2", at: 3),
    Row("9007199254740992", .numberOutOfRange, at: 0),
    Row("[-9007199254740992]", .numberOutOfRange, at: 1),
    Row("[1,12345678901234567890]", .numberOutOfRange, at: 3),
    Row("18446744073709551617", .numberOutOfRange, at: 0),
    Row("9007199254740992.0", .numberOutOfRange, at: 0),
    Row("9.007199254740993e15", .numberOutOfRange, at: 0),
    Row("1e16", .numberOutOfRange, at: 0), Row("-1e400", .numberOutOfRange, at: 0),
    Row("1e99999999999999999999", .numberOutOfRange, at: 0),
  ]

  static let duplicates = [
    Row(#"{"a":1,"a":2}"#, .duplicateKey, at: 7),
    Row(#"{"a":1,"b":2,"\u0061":3}"#, .duplicateKey, at: 13),
    Row(#"{"\u0061":1,"a":2}"#, .duplicateKey, at: 12),
    Row(#"{"":1,"":2}"#, .duplicateKey, at: 6),
    Row(#"[{"a":{"x":1,"x":1}}]"#, .duplicateKey, at: 13),
    Row(#"{"a":[{"a":1}],"b":{"a":1},"a":0}"#, .duplicateKey, at: 27),
    Row(#"{"\ud83d\ude00":1,"😀":2}"#, .duplicateKey, at: 18),
  ]

  static let rows = encodings + utf8 + strings + structure + numbers + duplicates

  @Test(arguments: rows)
  func `broken text is refused with its reason and offset`(_ row: Row) throws {
    let error = try #require(throws: CallbookError.self) { try JSONTape().parse(row.text) }
    #expect(error.reason == row.reason, "\(error.message)")
    #expect(error.details == ["offset": .number(row.offset)], "\(error.message)")
    #expect(error.message.contains("at byte \(row.offset)"), "\(error.message)")
  }

  @Test(arguments: [" ", "\n", "[ ", #"{"k": "#])
  func `what stands before does not matter but to the offset`(_ prefix: String) throws {
    let error = try #require(throws: CallbookError.self) {
      try JSONTape().parse(Array((prefix + "<").utf8))
    }
    #expect(error.details == ["offset": .number(prefix.utf8.count)])
    #expect(error.message.hasPrefix("unexpected byte 0x3c at byte \(prefix.utf8.count): expected"))
  }

  @Test func `an error repeats one byte of the text at most`() throws {
    for text in [#"{"secret":secret}"#, #"{"secret":1,"secret":2}"#, #"["secret\q"]"#] {
      let error = try #require(throws: CallbookError.self) { try JSONTape().parse(text.utf8) }
      #expect(!error.message.contains("secret"))
    }
  }

  @Test func `a tape goes on after a refused text`() throws {
    let tape = JSONTape()
    for row in Self.rows {
      #expect(throws: CallbookError.self) { try tape.parse(row.text) }
      #expect(try tape.parse(Array(#"{"ok":true}"#.utf8))["ok"]?.boolean == true)
    }
  }
}
