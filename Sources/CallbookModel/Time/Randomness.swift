/// Where salts and UUIDs come from: handed in, so that tests can repeat them.
package protocol Randomness: Sendable {
  /// 128 bits that nobody can guess.
  func next128() -> (UInt64, UInt64)
}

/// The kernel's generator, which is also a cryptographic one.
package struct SystemRandomness: Randomness {
  package init() {}

  package func next128() -> (UInt64, UInt64) {
    // The one place where chance comes in.
    var generator = SystemRandomNumberGenerator()
    return (generator.next(), generator.next())
  }
}
