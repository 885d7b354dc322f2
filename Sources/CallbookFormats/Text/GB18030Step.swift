/// One step through bytes that should be GB18030, by their structure alone.
enum GB18030Step {
  static func at(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UTF8Step {
    let first = bytes[index]
    if first < 0x80 { return .character(1) }
    guard (0x81...0xFE).contains(first) else { return .fault(1) }
    guard index + 1 < bytes.count else { return .cutOff }
    switch bytes[index + 1] {
    case 0x40...0x7E, 0x80...0xFE: return .character(2)
    case 0x30...0x39: return fourBytes(at: index, in: bytes)
    default: return .fault(1)
    }
  }

  private static func fourBytes(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> UTF8Step {
    guard index + 3 < bytes.count else { return .cutOff }
    let isWhole =
      (0x81...0xFE).contains(bytes[index + 2]) && (0x30...0x39).contains(bytes[index + 3])
    return isWhole ? .character(4) : .fault(1)
  }
}
