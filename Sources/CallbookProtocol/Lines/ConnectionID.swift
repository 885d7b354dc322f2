/// A connection; its number is never used again in the life of the process.
package struct ConnectionID: Hashable, Sendable {
  package let number: UInt64

  package init(number: UInt64) {
    self.number = number
  }
}
