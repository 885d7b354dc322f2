import CallbookProtocol

/// Keeps what is written to a connection, line by line.
package final class RecordingOutput: LineOutput {
  /// How much may wait until the stream should pause.
  package var capacityBytes = 4_194_304
  private var bytes: [UInt8] = []
  package private(set) var isClosed = false

  package init() {}

  package func write(_ bytes: [UInt8]) { if !isClosed { self.bytes += bytes } }
  package func write(_ bytes: UnsafeRawBufferPointer) { if !isClosed { self.bytes += bytes } }
  package var pendingBytes: Int { bytes.count }
  package var isFull: Bool { bytes.count >= capacityBytes }
  package func closeAfterWriting() { isClosed = true }

  /// The lines that were written since the last time.
  package func takeLines() -> [String] {
    defer { bytes = [] }
    return bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }
}
