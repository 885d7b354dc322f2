package import CallbookProtocol

/// What happens at the socket, for logs and counters: numbers only, nothing of what was said.
package enum ServerEvent: Sendable, Equatable {
  case opened(ConnectionID, uid: UInt32)
  case closed(ConnectionID, CloseCause)
  case refused(RefusalReason, uid: UInt32)
  /// A peer took nothing for too long; `closed` follows.
  case stalled(ConnectionID, uid: UInt32, pendingBytes: Int)
  /// The kernel did not say who connected; the connection was closed without a word.
  case peerUnidentified
  /// No connection could be accepted, for instance for want of descriptors (EMFILE); the server
  /// tries again a little later.
  case acceptFailed(errno: Int32)
}
