/// Splits Swift source into tokens and comments, so that no check mistakes prose for code.
///
/// Understands nested comments, raw and multi-line strings, interpolations (their code is code) and
/// names in backticks. Regex literals are not understood: the sources have none.
struct SwiftLexer {
  private(set) var tokens: [Token] = []
  /// The lines on which a comment stands, from 1.
  private(set) var commentLines: Set<Int> = []
  /// The lines on which a documentation comment (`///`) stands, from 1.
  private(set) var documentationLines: Set<Int> = []

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  init(_ source: String) {
    bytes = Array(source.utf8)
    lexCode(inInterpolation: false)
  }

  /// - Parameter inInterpolation: stop behind the parenthesis that closes the interpolation.
  private mutating func lexCode(inInterpolation: Bool) {
    var depth = 0
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"): skipLineComment()
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"): skipBlockComment()
      case UInt8(ascii: "\""): lexString(hashes: 0)
      case UInt8(ascii: "#"): lexHashes()
      case UInt8(ascii: "`"): lexBackticks()
      case _ where byte.isWord: lexWord()
      case _ where byte.isSpace: advance()
      default:
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        advance()
        if inInterpolation, depth < 0 { return }
        tokens.append(
          Token(kind: .mark, text: String(decoding: [byte], as: UTF8.self), line: line))
      }
    }
  }

  private mutating func skipLineComment() {
    commentLines.insert(line)
    if peek(2) == UInt8(ascii: "/") { documentationLines.insert(line) }
    while let byte = peek(), byte != UInt8(ascii: "\n") { advance() }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      commentLines.insert(line)
      if follows("/*") {
        depth += 1
        advance(2)
      } else if follows("*/") {
        depth -= 1
        advance(2)
      } else {
        advance()
      }
    } while depth > 0 && peek() != nil
  }

  /// A raw string's opening, or a plain mark such as that of `#expect`.
  private mutating func lexHashes() {
    var hashes = 0
    while peek(hashes) == UInt8(ascii: "#") { hashes += 1 }
    let isString = peek(hashes) == UInt8(ascii: "\"")
    if !isString { tokens.append(Token(kind: .mark, text: "#", line: line)) }
    advance(isString ? hashes : 1)
    if isString { lexString(hashes: hashes) }
  }

  private mutating func lexString(hashes: Int) {
    let index = tokens.count
    tokens.append(Token(kind: .string, text: "", line: line))
    let quotes = follows("\"\"\"") ? "\"\"\"" : "\""
    let pounds = String(repeating: "#", count: hashes)
    let (end, escape) = (quotes + pounds, "\\" + pounds)
    advance(quotes.utf8.count)
    var text: [UInt8] = []
    while let byte = peek(), !follows(end) {
      if follows(escape + "(") {
        advance(escape.utf8.count + 1)
        lexCode(inInterpolation: true)
      } else if follows(escape) {
        advance(escape.utf8.count + 1)
      } else {
        text.append(byte)
        advance()
      }
    }
    advance(end.utf8.count)
    tokens[index].text = String(decoding: text, as: UTF8.self)
  }

  private mutating func lexBackticks() {
    let start = position
    advance()
    while let byte = peek(), byte != UInt8(ascii: "`") { advance() }
    advance()
    appendWord(from: start)
  }

  private mutating func lexWord() {
    let start = position
    while let byte = peek(), byte.isWord { advance() }
    appendWord(from: start)
  }

  private mutating func appendWord(from start: Int) {
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    tokens.append(Token(kind: .word, text: text, line: line))
  }

  private func peek(_ offset: Int = 0) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  private func follows(_ text: String) -> Bool {
    bytes[position...].starts(with: text.utf8)
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where position < bytes.count {
      if bytes[position] == UInt8(ascii: "\n") { line += 1 }
      position += 1
    }
  }
}

extension UInt8 {
  /// Part of an identifier or number; every byte beyond ASCII is.
  fileprivate var isWord: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }

  fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
