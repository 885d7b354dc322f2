/// Names a kind of journal entry for ever: a 128-bit id (journalctl --new-id128) by which the
/// catalog explains it.
package struct MessageID: Sendable, Hashable {
  private let high: UInt64
  private let low: UInt64

  package init(_ high: UInt64, _ low: UInt64) {
    self.high = high
    self.low = low
  }
}

extension MessageID: ExpressibleByStringLiteral {
  /// A literal is the program's own text: a wrong one ends the first run that meets it.
  package init(stringLiteral text: String) {
    let digits = text.utf8.count == 32 ? text : ""
    guard let high = UInt64(digits.prefix(16), radix: 16),
      let low = UInt64(digits.suffix(16), radix: 16)
    else { preconditionFailure("a message id is thirty-two hexadecimal digits") }
    self.init(high, low)
  }
}

extension MessageID: CustomStringConvertible {
  /// Thirty-two lower-case hexadecimal digits.
  package var description: String { Self.hexadecimal(high) + Self.hexadecimal(low) }

  private static func hexadecimal(_ half: UInt64) -> String {
    let digits = String(half, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
