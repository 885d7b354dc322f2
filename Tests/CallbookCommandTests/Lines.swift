@testable import callbook

/// What a command printed.
final class Lines: TextSink {
  private(set) var bytes: [UInt8] = []

  func write(_ bytes: [UInt8]) {
    self.bytes += bytes
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
