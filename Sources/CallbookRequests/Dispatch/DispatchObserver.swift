package import CallbookModel
package import CallbookProtocol

/// What dispatch tells the daemon, for its journal: never a personal value.
package protocol DispatchObserver: Sendable {
  func refused(_ peer: Peer, reason: Reason)
  /// - Parameters:
  ///   - method: as the caller wrote it, so that it may be anything; nil when the line did not get
  ///     so far.
  ///   - uid: nil when it was nobody's request.
  func failed(_ method: String?, _ reason: Reason, by uid: UInt32?)
}
