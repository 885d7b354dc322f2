import Glibc

/// Where text goes.
protocol TextSink: AnyObject {
  func write(_ bytes: [UInt8])
  /// Why something could not be written, as errno has it; nil as long as everything could.
  var failure: Int32? { get }
}

extension TextSink {
  var failure: Int32? { nil }

  func line(_ text: String = "") { write(Array((text + "\n").utf8)) }
}

/// A file descriptor. A reader that went away ends the command by SIGPIPE, as usual.
final class DescriptorSink: TextSink {
  private let descriptor: Int32
  private(set) var failure: Int32?

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  func write(_ bytes: [UInt8]) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { raw in
        Glibc.write(descriptor, raw.baseAddress?.advanced(by: written), raw.count - written)
      }
      if count < 0, errno == EINTR { continue }
      // Most words have nobody left to be told; whoever writes a file asks.
      guard count > 0 else {
        failure = failure ?? errno
        return
      }
      written += count
    }
  }
}
