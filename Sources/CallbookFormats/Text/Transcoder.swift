import CallbookModel
import Glibc

/// Turns bytes of one encoding into another, with iconv(3); what cannot be read becomes U+FFFD.
final class Transcoder {
  private let descriptor: iconv_t
  private let unitBytes: Int
  private var carry: [UInt8] = []

  /// Decodes to UTF-8.
  convenience init(from encoding: TextEncoding) throws(CallbookError) {
    try self.init(from: encoding.iconvName, to: "UTF-8", unitBytes: encoding.unitBytes)
  }

  init(from: String, to: String, unitBytes: Int = 1) throws(CallbookError) {
    let opened = iconv_open(to, from)
    // iconv_open answers (iconv_t)-1.
    guard let opened, Int(bitPattern: opened) != -1 else {
      throw CallbookError(
        .wrongEncoding, "this system cannot convert from \(from): its gconv modules are missing")
    }
    descriptor = opened
    self.unitBytes = unitBytes
  }

  deinit { iconv_close(descriptor) }

  /// - Parameter isLast: nothing follows; what is cut off at the end is replaced, not kept back.
  func convert(_ chunk: ArraySlice<UInt8>, isLast: Bool) -> [UInt8] {
    var input = carry
    input.append(contentsOf: chunk)
    carry.removeAll(keepingCapacity: true)
    // No encoding of ours makes more than three bytes of UTF-8 out of one.
    let capacity = input.count * 4 + 16
    return [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
      input.withUnsafeMutableBufferPointer { source in
        count = run(source, into: output, isLast: isLast)
      }
    }
  }

  /// Converts a whole text; nil if any of it cannot be expressed.
  func convertExactly(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var input = Array(text)
    var isExact = true
    let output = [UInt8](unsafeUninitializedCapacity: input.count * 4 + 16) { output, count in
      input.withUnsafeMutableBytes { source in
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = source.count
        output.withMemoryRebound(to: CChar.self) { target in
          var to = target.baseAddress
          var room = target.count
          isExact = iconv(descriptor, &from, &left, &to, &room) == 0
          count = target.count - room
        }
      }
    }
    if !isExact { iconv(descriptor, nil, nil, nil, nil) }
    return isExact ? output : nil
  }

  private func run(
    _ source: UnsafeMutableBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>,
    isLast: Bool
  ) -> Int {
    var from = UnsafeMutableRawPointer(source.baseAddress)?.assumingMemoryBound(to: CChar.self)
    var left = source.count
    var to = UnsafeMutableRawPointer(output.baseAddress)?.assumingMemoryBound(to: CChar.self)
    var room = output.count
    while left > 0 {
      if iconv(descriptor, &from, &left, &to, &room) != -1 { break }
      if errno == EINVAL, !isLast {
        carry = Array(source.suffix(left))
        break
      }
      let step = min(left, unitBytes)
      from = from?.advanced(by: step)
      left -= step
      for byte: UInt8 in [0xEF, 0xBF, 0xBD] {
        to?.pointee = CChar(bitPattern: byte)
        to = to?.advanced(by: 1)
        room -= 1
      }
    }
    // Big5-HKSCS keeps a character back that a combining one may follow.
    if isLast { iconv(descriptor, nil, nil, &to, &room) }
    return output.count - room
  }
}
