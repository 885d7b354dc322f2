import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Where salts and UUIDs come from: handed in, so that tests can repeat them.
package protocol Randomness: Sendable {
  /// 128 bits that nobody can guess.
  func next128() -> (UInt64, UInt64)
}

/// The kernel's generator, which is also a cryptographic one, asked for many numbers at once: a change
/// needs two, and each question is a system call.
package final class SystemRandomness: Randomness {
  private static let stockCount = 32

  /// Numbers that nobody was given yet.
  private let stock = Mutex<[UInt64]>([])

  package init() {}

  package func next128() -> (UInt64, UInt64) {
    stock.withLock { stock in
      if stock.count < 2 { stock = Self.fresh() }
      return (stock.removeLast(), stock.removeLast())
    }
  }

  private static func fresh() -> [UInt64] {
    var numbers = [UInt64](repeating: 0, count: stockCount)
    let isFull = numbers.withUnsafeMutableBytes { bytes in
      getentropy(bytes.baseAddress, bytes.count) == 0
    }
    // The one place where chance comes in. The kernel answers 256 bytes at once and in full, except
    // where a sandbox forbids the call; then the standard library finds another way.
    var generator = SystemRandomNumberGenerator()
    return isFull ? numbers : (0..<stockCount).map { _ in generator.next() }
  }
}
