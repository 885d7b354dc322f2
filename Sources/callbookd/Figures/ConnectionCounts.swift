import CallbookServer
import Synchronization

/// Who came to the socket since the start. A connection is rare beside the requests on it, so all
/// event loops count in one place.
final class ConnectionCounts: Sendable {
  private let opened = Atomic(0)
  private let closed = Atomic(0)
  private let full = Atomic(0)
  private let userFull = Atomic(0)
  private let draining = Atomic(0)

  func count(_ event: ServerEvent) {
    switch event {
    case .opened: opened.add(1, ordering: .relaxed)
    case .closed: closed.add(1, ordering: .relaxed)
    case .refused(.connectionsFull, _): full.add(1, ordering: .relaxed)
    case .refused(.userFull, _): userFull.add(1, ordering: .relaxed)
    case .refused(.draining, _): draining.add(1, ordering: .relaxed)
    case .stalled, .peerUnidentified, .acceptFailed: break
    }
  }

  var accepted: Int { opened.load(ordering: .relaxed) }

  var open: Int {
    // In this order: whoever comes and goes between the two looks must not make it negative.
    let left = closed.load(ordering: .relaxed)
    return opened.load(ordering: .relaxed) - left
  }

  var refused: [(reason: String, count: Int)] {
    [
      ("connections_full", full.load(ordering: .relaxed)),
      ("user_full", userFull.load(ordering: .relaxed)),
      ("draining", draining.load(ordering: .relaxed)),
    ]
  }
}
