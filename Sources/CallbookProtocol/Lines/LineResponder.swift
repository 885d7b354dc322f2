/// Answers lines; one for each event loop and only called on that loop, so it needs no locks.
///
/// For one connection the order is `opened`, any number of turns, `inputEnded` at most once,
/// `closed`. After `drain()` neither turns nor `inputEnded` follow.
package protocol LineResponder: AnyObject {
  /// A peer connected. Writes the greeting, or the refusal followed by `closeAfterWriting()`.
  func opened(_ connection: ConnectionID, peer: Peer, output: any LineOutput)

  /// Brackets all the lines of one read of one connection, so that one store snapshot can serve
  /// them. A turn may hold no line at all when the read brought only a part of one.
  func beginTurn(_ connection: ConnectionID)

  /// A line without its line feed; the bytes are valid during the call only.
  func received(_ line: UnsafeRawBufferPointer, on connection: ConnectionID)

  /// A line beyond the limit, which was discarded up to its line feed.
  func receivedOverlongLine(bytes: Int, on connection: ConnectionID)

  func endTurn(_ connection: ConnectionID)

  /// The peer sent its last line and may still be reading: call `closeAfterWriting()` as soon as
  /// nothing is in flight, which may be at once.
  func inputEnded(_ connection: ConnectionID)

  /// The peer took output of a connection that was full.
  func writable(_ connection: ConnectionID)

  /// The connection is gone; what is written to its output is dropped.
  func closed(_ connection: ConnectionID)

  /// Some thread called the wake that this responder was made with; many calls may come as one.
  func woken()

  /// Called about once a second on the loop, for time limits; the clock never goes back.
  func tick(monotonicMilliseconds: Int64)

  /// The server stops: no line arrives any more, and each connection is to be closed by
  /// `closeAfterWriting()` as soon as nothing of it is in flight.
  func drain()
}

/// Makes the responder of a loop, on that loop. `wake` may be called from any thread, is cheap when a
/// wake is pending already, and does nothing once the server has closed.
package typealias LineResponderFactory =
  @Sendable (_ loopIndex: Int, _ wake: @escaping @Sendable () -> Void) -> any LineResponder
