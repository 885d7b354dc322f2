package import CallbookModel
import Glibc

/// Reads a file, a pipe or bytes in memory, a chunk at a time.
package final class ByteSource {
  private let descriptor: Int32?
  private let closesDescriptor: Bool
  private var memory: ArraySlice<UInt8>
  private var scratch: [UInt8]
  private let chunkBytes: Int
  package private(set) var bytesRead = 0
  /// The size of the whole, for a progress bar; nil for a pipe.
  package let totalBytes: Int?

  /// - Parameter path: `-` stands for standard input.
  package init(path: String, chunkBytes: Int = 65_536) throws(CallbookError) {
    if path == "-" {
      descriptor = 0
      closesDescriptor = false
    } else {
      let opened = open(path, O_RDONLY | O_CLOEXEC)
      guard opened >= 0 else { throw Self.unreadable(errno) }
      descriptor = opened
      closesDescriptor = true
    }
    totalBytes = Self.size(of: descriptor ?? 0)
    memory = []
    scratch = Array(repeating: 0, count: chunkBytes)
    self.chunkBytes = chunkBytes
  }

  package init(bytes: [UInt8], chunkBytes: Int = 65_536) {
    descriptor = nil
    closesDescriptor = false
    totalBytes = bytes.count
    memory = bytes[...]
    scratch = []
    self.chunkBytes = chunkBytes
  }

  deinit {
    if let descriptor, closesDescriptor { close(descriptor) }
  }

  /// At most a chunk; nil at the end. Drop the slice before the next call, or it is copied.
  package func next() throws(CallbookError) -> ArraySlice<UInt8>? {
    guard let descriptor else { return nextOfMemory() }
    while true {
      let count = scratch.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytesRead += count
        return scratch[..<count]
      }
      if count == 0 { return nil }
      guard errno == EINTR else { throw Self.unreadable(errno) }
    }
  }

  private func nextOfMemory() -> ArraySlice<UInt8>? {
    guard !memory.isEmpty else { return nil }
    let chunk = memory.prefix(chunkBytes)
    memory = memory.dropFirst(chunkBytes)
    bytesRead += chunk.count
    return chunk
  }

  private static func size(of descriptor: Int32) -> Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  private static func unreadable(_ code: Int32) -> CallbookError {
    CallbookError(.fileUnreadable, "the file cannot be read: \(String(cString: strerror(code)))")
  }
}
