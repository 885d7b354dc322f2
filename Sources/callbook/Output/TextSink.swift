import Glibc

/// Where text goes.
protocol TextSink: AnyObject {
  func write(_ bytes: [UInt8])
}

extension TextSink {
  func line(_ text: String = "") { write(Array((text + "\n").utf8)) }
}

/// A file descriptor. A reader that went away ends the command by SIGPIPE, as usual.
final class DescriptorSink: TextSink {
  private let descriptor: Int32

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
      // Nobody is left to be told.
      guard count > 0 else { return }
      written += count
    }
  }
}
