#if canImport(Glibc)
  import Glibc
#endif

/// A value on a tape. It holds until the tape reads its next text; used after that, it traps.
package struct JSONNode {
  package enum Kind: UInt8, Sendable {
    case null, boolean
    /// A number without fraction and exponent, within ±(2^53 − 1); not `-0`.
    case integer
    /// Any other number.
    case number
    case string, array, object
  }

  let tape: JSONTape
  let index: UInt32
  private let generation: UInt32

  init(tape: JSONTape, index: UInt32, generation: UInt32) {
    self.tape = tape
    self.index = index
    self.generation = generation
  }

  /// Another place on the same tape.
  @inline(__always)
  func at(_ index: UInt32) -> JSONNode {
    JSONNode(tape: tape, index: index, generation: generation)
  }

  @inline(__always)
  var tokens: UnsafeMutablePointer<JSONToken> {
    precondition(generation == tape.generation, "a node outlived its text")
    return tape.tokens
  }

  @inline(__always)
  var token: JSONToken { tokens[Int(index)] }

  package var kind: Kind { token.kind }

  package var isNull: Bool { token.kind == .null }

  package var boolean: Bool? {
    let token = token
    return token.kind == .boolean ? token.count == 1 : nil
  }

  package var integer: Int64? {
    let token = token
    guard token.kind == .integer else { return nil }
    var index = Int(token.start)
    let end = index + Int(token.length)
    let isNegative = tape.text[index] == 0x2D
    if isNegative { index += 1 }
    var magnitude: Int64 = 0
    while index < end {
      magnitude = magnitude &* 10 &+ Int64(tape.text[index] & 0x0F)
      index += 1
    }
    return isNegative ? -magnitude : magnitude
  }

  /// Also of an integer, exactly.
  package var double: Double? {
    switch token.kind {
    case .integer: integer.map(Double.init)
    case .number: withBytes { Double(String(decoding: $0, as: UTF8.self)) }
    case .null, .boolean, .string, .array, .object: nil
    }
  }

  package var string: String? {
    token.kind == .string ? withBytes { String(decoding: $0, as: UTF8.self) } : nil
  }

  /// Whether this is that string, byte for byte; without making one.
  package func stringEquals(_ other: String) -> Bool {
    token.kind == .string && hasBytes(other)
  }

  /// The name of the member of which this is the value; nil for elements and the outermost value.
  package var name: String? {
    guard index > 0, tokens[Int(index) - 1].isName else { return nil }
    return at(index - 1).string
  }

  /// The value as it stands in the text, such as an id to be echoed.
  package var rawBytes: [UInt8] { withRawBytes { Array($0) } }

  /// The value as it stands in the text, for the time of the call.
  package func withRawBytes<R, E: Error>(
    _ body: (UnsafeRawBufferPointer) throws(E) -> R
  ) throws(E) -> R {
    let token = token
    guard token.kind == .string else { return try withBytes(body) }
    let start = Int(token.isEscaped ? token.cursor : token.start - 1)
    var end = start + 1
    while tape.text[end] != 0x22 {
      end += tape.text[end] == 0x5C ? 2 : 1
    }
    return try body(UnsafeRawBufferPointer(start: tape.text + start, count: end + 1 - start))
  }

  /// The text of a number or a container; of a string what it means, without quotes and escapes.
  @inline(__always)
  func withBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
    let token = token
    return try body(
      UnsafeRawBufferPointer(start: tape.text + Int(token.start), count: Int(token.length)))
  }

  private func hasBytes(_ other: String) -> Bool {
    var other = other
    return other.withUTF8 { wanted in
      withBytes { bytes in
        guard bytes.count == wanted.count else { return false }
        guard let left = bytes.baseAddress, let right = wanted.baseAddress else { return true }
        return memcmp(left, right, wanted.count) == 0
      }
    }
  }
}
