package import CallbookModel

/// One JSON text, read strictly (RFC 8259) into a tape of tokens.
///
/// Storage is reused from text to text, so that nothing is allocated once it has its size; it stays
/// as large as the largest text needed (about four times its bytes).
package final class JSONTape {
  /// Zero bytes behind the text: they end every scan without a look at the length, and let eight
  /// bytes be loaded at its last one.
  static let padding = 16

  let limits: JSONLimits
  /// The source, its padding, and then the strings that had escapes, without them.
  private(set) var text: UnsafeMutablePointer<UInt8>
  private var textCapacity: Int
  private(set) var tokens: UnsafeMutablePointer<JSONToken>
  private var tokenCapacity: Int
  /// Which parse the tape holds; a node of an earlier one traps instead of reading another's text.
  private(set) var generation: UInt32 = 0
  /// Slots for finding duplicate names in large objects.
  private var slots: [UInt32] = []

  package init(limits: JSONLimits = .standard) {
    self.limits = limits
    textCapacity = 1024
    tokenCapacity = 128
    text = .allocate(capacity: textCapacity)
    tokens = .allocate(capacity: tokenCapacity)
  }

  deinit {
    text.deallocate()
    tokens.deallocate()
  }

  /// Reads exactly one JSON value with optional white space around it. Copies the bytes. Nodes of
  /// an earlier parse must not be used after.
  ///
  /// Errors carry the offset of the byte at which the text went wrong as `details["offset"]`, and
  /// nothing of the text but that byte.
  package func parse(_ bytes: UnsafeRawBufferPointer) throws(CallbookError) -> JSONNode {
    generation &+= 1
    guard bytes.count <= Int(UInt32.max / 4) else {
      throw CallbookError(.lineTooLong, "a text of more than 1 GiB cannot be read")
    }
    let tokenLimit = reserve(textBytes: bytes.count)
    if let source = bytes.baseAddress {
      UnsafeMutableRawPointer(text).copyMemory(from: source, byteCount: bytes.count)
    }
    text.advanced(by: bytes.count).update(repeating: 0, count: Self.padding)
    var reader = JSONReader(
      text: text, count: bytes.count, tokens: tokens, tokenLimit: tokenLimit, limits: limits,
      slots: exchangeSlots([]))
    defer { _ = exchangeSlots(reader.slots) }
    try reader.read()
    return JSONNode(tape: self, index: 0, generation: generation)
  }

  /// The same for bytes that lie elsewhere than in memory of one's own.
  package func parse(_ bytes: some Collection<UInt8>) throws(CallbookError) -> JSONNode {
    let result = bytes.withContiguousStorageIfAvailable { buffer in
      Result { () throws(CallbookError) in try self.parse(UnsafeRawBufferPointer(buffer)) }
    }
    guard let result else { return try parse(Array(bytes)) }
    return try result.get()
  }

  /// Makes room for a text and answers how many tokens it may have.
  private func reserve(textBytes: Int) -> Int {
    // What is unescaped is never longer than its source.
    let textNeeded = 2 * textBytes + 2 * Self.padding
    if textNeeded > textCapacity {
      text.deallocate()
      textCapacity = textNeeded
      text = .allocate(capacity: textNeeded)
    }
    // Every token takes two bytes with its separator or its bracket, but for those still open.
    let tokensNeeded = min(limits.tokens, textBytes / 2 + limits.depth + 2)
    if tokensNeeded > tokenCapacity {
      tokens.deallocate()
      tokenCapacity = tokensNeeded
      tokens = .allocate(capacity: tokensNeeded)
    }
    return tokensNeeded
  }

  private func exchangeSlots(_ new: [UInt32]) -> [UInt32] {
    defer { slots = new }
    return slots
  }
}
