import CCrypto

/// SHA-256 (FIPS 180-4) by libcrypto.
package enum Digest {
  static let byteCount = 32

  package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
      _ = SHA256(bytes, bytes.count, buffer.baseAddress)
      count = byteCount
    }
  }
}
