import CCrypto
import Glibc

/// SHA-256 (FIPS 180-4) by libcrypto.
package enum Digest {
  static let byteCount = 32

  package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    let context = context
    return [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
      let isHashed = callbook_sha256(context, bytes, bytes.count, buffer.baseAddress) == 1
      precondition(isHashed, "libcrypto has no SHA-256")
      count = byteCount
    }
  }

  /// The calling thread's own.
  private static var context: OpaquePointer? {
    if let known = pthread_getspecific(key) { return OpaquePointer(known) }
    let made = EVP_MD_CTX_new()
    pthread_setspecific(key, made.map { UnsafeMutableRawPointer($0) })
    return made
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    let code = pthread_key_create(&key) { context in
      EVP_MD_CTX_free(context.map { OpaquePointer($0) })
    }
    precondition(code == 0, "the system has no more thread-specific keys")
    return key
  }()
}
