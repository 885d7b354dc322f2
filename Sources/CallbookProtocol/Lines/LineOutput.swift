/// Where a connection's replies go. Confined to the event loop of its connection.
///
/// It may be written to in every call that the responder receives, whichever connection the call is
/// about; what was written goes out together when that call (or the turn around it) returns.
package protocol LineOutput: AnyObject {
  /// Appends bytes that end in a line feed. Ignored once the connection closes.
  func write(_ bytes: [UInt8])

  /// The same from a buffer that the caller reuses.
  func write(_ bytes: UnsafeRawBufferPointer)

  /// Bytes that the peer's kernel has not taken yet.
  var pendingBytes: Int { get }

  /// Whether enough is waiting that a stream should pause: whoever sees `true` here after writing is
  /// told by `LineResponder.writable` when there is room again, or by `closed`.
  var isFull: Bool { get }

  /// Sends what is written, then closes; no line of this connection arrives any more.
  func closeAfterWriting()
}
