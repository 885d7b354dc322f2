/// Why a connection was turned away before any responder heard of it.
package enum RefusalReason: Sendable, Equatable {
  /// As many connections as there may be; the last ones are kept for reserved users.
  case connectionsFull(limit: Int)
  /// As many connections as one user may have.
  case userFull(limit: Int)
  /// The server accepted it while it was already stopping.
  case draining
}
