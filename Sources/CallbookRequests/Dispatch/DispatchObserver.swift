package import CallbookModel
package import CallbookProtocol

/// What dispatch tells the daemon, for its journal and its figures: never a personal value.
package protocol DispatchObserver: Sendable {
  func refused(_ peer: Peer, reason: Reason)
  func answered(_ method: String)
  func failed(_ reason: Reason)
}
