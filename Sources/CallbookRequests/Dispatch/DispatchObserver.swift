package import CallbookModel
package import CallbookProtocol

/// What dispatch tells the daemon, for its journal and its figures: never a personal value.
package protocol DispatchObserver: Sendable {
  func refused(_ peer: Peer, reason: Reason)
  func answered(_ method: String)
  /// - Parameter method: nil when the line did not get so far.
  func failed(_ method: String?, _ reason: Reason)
}
