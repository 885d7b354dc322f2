import CCrypto

/// SHA-256 (FIPS 180-4) by libcrypto.
package enum Digest {
  static let byteCount = 32

  package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
      let isHashed = callbook_sha256(bytes, bytes.count, buffer.baseAddress) == 1
      precondition(isHashed, "libcrypto has no SHA-256")
      count = byteCount
    }
  }
}
