import CallbookModel

/// The grammar: one pass over a text, without recursion. Every byte is looked at once.
struct JSONReader: ~Copyable {
  /// What the text must go on with.
  private enum Step {
    case value
    case name
    /// A value is complete: a comma, the end of its container, or the end of the text.
    case separator
  }

  let text: UnsafeMutablePointer<UInt8>
  let count: Int
  let tokens: UnsafeMutablePointer<JSONToken>
  let tokenLimit: Int
  let limits: JSONLimits
  var slots: [UInt32]

  var position = 0
  var tokenCount = 0
  /// Where the next string without its escapes is put.
  var unescapedEnd: Int
  private var depth = 0
  private var open = JSONToken.none

  init(
    text: UnsafeMutablePointer<UInt8>, count: Int, tokens: UnsafeMutablePointer<JSONToken>,
    tokenLimit: Int, limits: JSONLimits, slots: [UInt32]
  ) {
    self.text = text
    self.count = count
    self.tokens = tokens
    self.tokenLimit = tokenLimit
    self.limits = limits
    self.slots = slots
    unescapedEnd = count + JSONTape.padding
  }

  mutating func read() throws(CallbookError) {
    try refuseOtherEncodings()
    var step = Step.value
    while true {
      skipSpace()
      switch step {
      case .value: step = try readValue()
      case .name: step = try readName()
      case .separator:
        guard open != JSONToken.none else {
          guard position == count else { throw unexpected(at: position, .end) }
          return
        }
        step = try readSeparator()
      }
    }
  }

  private mutating func readValue() throws(CallbookError) -> Step {
    switch text[position] {
    case 0x22:  // "
      try readString(isName: false)
    case 0x7B:  // {
      return try openContainer(.object)
    case 0x5B:  // [
      return try openContainer(.array)
    case 0x2D, 0x30...0x39:
      try readNumber()
    case 0x74:
      try readLiteral("true", .boolean, count: 1)
    case 0x66:
      try readLiteral("false", .boolean)
    case 0x6E:
      try readLiteral("null", .null)
    default:
      throw unexpected(at: position, .value)
    }
    return .separator
  }

  private mutating func readName() throws(CallbookError) -> Step {
    guard text[position] == 0x22 else { throw unexpected(at: position, .name) }
    try readString(isName: true)
    skipSpace()
    guard text[position] == 0x3A else { throw unexpected(at: position, .colon) }
    position += 1
    return .value
  }

  private mutating func readSeparator() throws(CallbookError) -> Step {
    let container = tokens + Int(open)
    container.pointee.count += 1
    let isObject = container.pointee.kind == .object
    switch text[position] {
    case 0x2C:
      position += 1
      return isObject ? .name : .value
    case 0x7D where isObject:
      try closeContainer()
      return .separator
    case 0x5D where !isObject:
      try closeContainer()
      return .separator
    default:
      throw unexpected(at: position, isObject ? .commaOrBrace : .commaOrBracket)
    }
  }

  private mutating func openContainer(_ kind: JSONNode.Kind) throws(CallbookError) -> Step {
    guard depth < limits.depth else {
      throw failure(.tooDeep, at: position, "more than \(limits.depth) containers in one another")
    }
    depth += 1
    let token = try addToken(kind, start: position, length: 0)
    tokens[token].next = open
    open = UInt32(truncatingIfNeeded: token)
    position += 1
    skipSpace()
    if text[position] == (kind == .object ? 0x7D : 0x5D) {
      try closeContainer()
      return .separator
    }
    return kind == .object ? .name : .value
  }

  /// Closes the innermost container at the bracket under the position.
  private mutating func closeContainer() throws(CallbookError) {
    let container = tokens + Int(open)
    if container.pointee.kind == .object && container.pointee.count > 1 {
      try refuseDuplicateNames(in: Int(open))
    }
    position += 1
    depth -= 1
    let parent = container.pointee.next
    container.pointee.length = UInt32(truncatingIfNeeded: position) - container.pointee.start
    container.pointee.next = UInt32(truncatingIfNeeded: tokenCount)
    container.pointee.cursor = open + 1
    open = parent
  }

  private mutating func readLiteral(
    _ word: StaticString, _ kind: JSONNode.Kind, count: UInt32 = 0
  ) throws(CallbookError) {
    let start = position
    for index in 0..<word.utf8CodeUnitCount where text[start + index] != word.utf8Start[index] {
      throw unexpected(at: start + index, .value)
    }
    position += word.utf8CodeUnitCount
    let token = try addToken(kind, start: start, length: word.utf8CodeUnitCount)
    tokens[token].count = count
  }

  @inline(__always)
  mutating func skipSpace() {
    while text[position] <= 0x20 {
      switch text[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  @inline(__always)
  @discardableResult
  mutating func addToken(_ kind: JSONNode.Kind, start: Int, length: Int) throws(CallbookError)
    -> Int
  {
    let index = tokenCount
    guard index < tokenLimit else {
      throw failure(.tooManyTokens, at: position, "more than \(limits.tokens) values and names")
    }
    tokenCount = index + 1
    (tokens + index).initialize(
      to: JSONToken(
        start: UInt32(truncatingIfNeeded: start), length: UInt32(truncatingIfNeeded: length),
        next: UInt32(truncatingIfNeeded: index + 1), kind: kind))
    return index
  }
}
