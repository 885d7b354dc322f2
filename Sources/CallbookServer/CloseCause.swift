/// What ended a connection.
package enum CloseCause: Sendable, Equatable {
  /// The peer closed, or its process ended.
  case peer
  /// The responder asked for it and everything written was sent.
  case responder
  /// Output waited too long.
  case stalled
  /// The server closed without waiting.
  case server
}
