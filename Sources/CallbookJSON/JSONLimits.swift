/// What one JSON text may cost to read.
package struct JSONLimits: Sendable {
  /// Containers inside one another. Requests need five; 32 leaves room for documents passed on and
  /// still keeps every recursive consumer of a tape within its stack.
  package var depth: Int
  /// Values and member names together. An import batch of 500 rows has about 15,000; more would
  /// hold up the event loop that reads it.
  package var tokens: Int

  package init(depth: Int = 32, tokens: Int = 20_000) {
    self.depth = depth
    self.tokens = tokens
  }

  package static let standard = JSONLimits()

  /// The largest magnitude of a number on the wire: every integer up to it survives a client whose
  /// numbers are binary64 (RFC 8259, section 6).
  package static let largestInteger: Int64 = 9_007_199_254_740_991
}
