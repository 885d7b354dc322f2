import NIOCore

/// The output side of a connection.
struct OutputBuffer {
  /// Written in this turn, not yet given to the channel.
  var unsent: ByteBuffer?
  /// Whether the loop will flush this connection at the end of the turn.
  var isScheduled = false
  /// All that was ever given to the channel.
  var sentBytes: UInt64 = 0
  /// Whether the socket took all of it at the last look; false means: ask the channel.
  var isDrained = true
}
