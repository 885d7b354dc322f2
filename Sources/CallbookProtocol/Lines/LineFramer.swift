#if canImport(Glibc)
  import Glibc
#endif

/// Cuts a stream of bytes into lines, however it arrives.
///
/// A line feed ends a line, a carriage return before it is dropped; blank lines (spaces, tabs) are
/// skipped. What stands behind the last line feed waits for its own; it is never a line by itself.
package struct LineFramer {
  /// Up to here the buffer is kept between lines; what a larger line needed is given back.
  static let keptBytes = 4096

  /// The longest line that is handed on: bytes before the line feed, with a carriage return.
  package let maximumLineBytes: Int
  /// The beginning of a line whose end has not arrived.
  private var carry: [UInt8] = []
  /// How much of an over-long line is gone already; nil when the line is not over-long.
  private var discardedBytes: Int?

  package init(maximumLineBytes: Int) {
    self.maximumLineBytes = maximumLineBytes
  }

  /// Whether a line has begun that has not ended.
  package var isInsideLine: Bool { discardedBytes != nil || !carry.isEmpty }

  /// The memory that the unfinished line takes.
  package var heldBytes: Int { carry.capacity }

  /// Takes the next bytes of the stream, and calls `line` for every line that they complete, in
  /// order, with bytes that hold for the time of the call; `tooLong` in place of a line that is.
  package mutating func push(
    _ chunk: UnsafeRawBufferPointer, line: (UnsafeRawBufferPointer) -> Void,
    tooLong: (_ discardedBytes: Int) -> Void
  ) {
    var rest = chunk
    while let lineFeed = Self.firstLineFeed(in: rest) {
      let piece = UnsafeRawBufferPointer(rebasing: rest[..<lineFeed])
      rest = UnsafeRawBufferPointer(rebasing: rest[(lineFeed + 1)...])
      finish(with: piece, line: line, tooLong: tooLong)
    }
    keep(rest)
  }

  private mutating func finish(
    with piece: UnsafeRawBufferPointer, line: (UnsafeRawBufferPointer) -> Void,
    tooLong: (Int) -> Void
  ) {
    let lineBytes = (discardedBytes ?? carry.count) + piece.count
    guard discardedBytes == nil, lineBytes <= maximumLineBytes else {
      discardedBytes = nil
      release()
      return tooLong(lineBytes)
    }
    guard !carry.isEmpty else { return Self.handOn(piece, to: line) }
    carry.append(contentsOf: piece)
    carry.withUnsafeBytes { Self.handOn($0, to: line) }
    release()
  }

  private mutating func keep(_ piece: UnsafeRawBufferPointer) {
    guard !piece.isEmpty else { return }
    let lineBytes = (discardedBytes ?? carry.count) + piece.count
    guard discardedBytes == nil, lineBytes <= maximumLineBytes else {
      discardedBytes = lineBytes
      return release()
    }
    if lineBytes > carry.capacity {
      // Doubling keeps the time linear; the limit bounds the memory.
      carry.reserveCapacity(min(max(lineBytes, 2 * carry.capacity), maximumLineBytes))
    }
    carry.append(contentsOf: piece)
  }

  private mutating func release() {
    if carry.capacity > Self.keptBytes {
      carry = []
    } else {
      carry.removeAll(keepingCapacity: true)
    }
  }

  private static func handOn(
    _ bytes: UnsafeRawBufferPointer, to line: (UnsafeRawBufferPointer) -> Void
  ) {
    let isEnded = bytes.last == 0x0D
    let content = isEnded ? UnsafeRawBufferPointer(rebasing: bytes.dropLast()) : bytes
    let isBlank = content.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    if !isBlank { line(content) }
  }

  private static func firstLineFeed(in bytes: UnsafeRawBufferPointer) -> Int? {
    guard let base = bytes.baseAddress, let found = memchr(base, 0x0A, bytes.count) else {
      return nil
    }
    return UnsafeRawPointer(found) - base
  }
}
