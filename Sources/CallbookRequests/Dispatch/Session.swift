package import CallbookModel
package import CallbookProtocol
import Synchronization

/// One connection, as the requests about it see it. Confined to its event loop.
package final class Session {
  package let connection: ConnectionID
  package let peer: Peer
  package let limits: ProtocolLimits
  let output: any LineOutput
  /// Requests that wait for the writer or a reading thread, by the bytes of their ids.
  private(set) var inFlight: [[UInt8]: Cancellation] = [:]
  package internal(set) var subscriptions: [Subscription] = []
  private var lastSubscription = 0
  var hasInputEnded = false
  /// Who the peer is and what the shop is set to, and which states of the store say so.
  var known: (staffGeneration: Int, shopGeneration: Int, environment: Environment)?

  init(
    _ connection: ConnectionID, peer: Peer, limits: ProtocolLimits, output: any LineOutput
  ) {
    self.connection = connection
    self.peer = peer
    self.limits = limits
    self.output = output
  }

  /// - Throws: `ID_IN_FLIGHT`, `TOO_MANY_IN_FLIGHT`.
  func begin(_ id: [UInt8]) throws(CallbookError) -> Cancellation {
    try checkFree(id)
    guard inFlight.count < limits.requestsInFlight else {
      throw CallbookError(
        .tooManyInFlight,
        "\(limits.requestsInFlight) requests of this connection are in flight; wait for an answer")
    }
    let cancellation = Cancellation()
    inFlight[id] = cancellation
    return cancellation
  }

  func checkFree(_ id: [UInt8]) throws(CallbookError) {
    guard inFlight.isEmpty || inFlight[id] == nil else {
      throw CallbookError(.idInFlight, "a request with this id is still in flight")
    }
  }

  func end(_ id: [UInt8]) {
    inFlight[id] = nil
  }

  /// Takes back a request that has not begun.
  ///
  /// - Parameter id: as it was sent, with the quotes of a string.
  /// - Returns: whether such a request is in flight.
  package func cancel(_ id: [UInt8]) -> Bool {
    guard let cancellation = inFlight[id] else { return false }
    cancellation.cancel()
    return true
  }

  /// - Throws: `TOO_MANY_SUBSCRIPTIONS`.
  package func subscribe(after seq: Int64, topics: [String]) throws(CallbookError) -> Subscription {
    guard subscriptions.count < limits.subscriptions else {
      throw CallbookError(
        .tooManySubscriptions, "a connection has at most \(limits.subscriptions) subscriptions")
    }
    lastSubscription += 1
    let subscription = Subscription(number: lastSubscription, after: seq, topics: topics)
    subscriptions.append(subscription)
    return subscription
  }

  /// - Returns: whether there was such a subscription.
  package func unsubscribe(_ number: Int) -> Bool {
    guard let place = subscriptions.firstIndex(where: { $0.number == number }) else { return false }
    subscriptions.remove(at: place)
    return true
  }
}

/// Says to another thread that a request was taken back.
package final class Cancellation: Sendable {
  private let flag = Atomic(false)

  package func cancel() { flag.store(true, ordering: .relaxed) }
  package var isCancelled: Bool { flag.load(ordering: .relaxed) }
}
