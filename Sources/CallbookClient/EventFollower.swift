package import CallbookJSON
package import CallbookModel

/// Follows the ledger, and goes on from where it was when the daemon restarts.
package final class EventFollower {
  /// What happened to the stream itself.
  package enum Incident: Sendable, Equatable {
    case lost, resumed
    /// Back, behind a gap: from now on.
    case begunAnew
    /// The store has another history now: what lies between is not to be had.
    case gap
  }

  private static let longestPauseMilliseconds = 2_000

  private let client: Client
  private let waiter: any Waiter
  private let topics: [String]
  /// Where to go on.
  private var since: String
  private var hasBegun = false
  /// How long to wait for the next event before ``onPause`` is called; nil waits until it comes.
  package var pause: () -> Int? = { nil }
  package var onPause: () throws(CallbookError) -> Void = {}

  package init(
    _ client: Client, since: String, topics: [String], waiter: any Waiter = PollWaiter()
  ) {
    self.client = client
    self.since = since
    self.topics = topics
    self.waiter = waiter
  }

  /// Returns only by an error that no waiting mends.
  package func run(
    _ incident: (Incident) -> Void, _ receive: @escaping (JSONNode) throws(CallbookError) -> Void
  ) throws(CallbookError) -> Never {
    client.onNotification = { [self] line throws(CallbookError) in
      guard let params = line["params"] else { return }
      if let cursor = params["cursor"]?.string { since = cursor }
      if line["method"]?.stringEquals("event") == true { try receive(params) }
    }
    var isLost = false
    var pause = 20
    while true {
      do throws(CallbookError) {
        let goesOn = try subscribe(incident)
        if isLost { incident(goesOn ? .resumed : .begunAnew) }
        isLost = false
        pause = 20
        while true { try receiveNext() }
      } catch {
        client.disconnect()
        guard hasBegun, error.isInterruption else { throw error }
        if !isLost { incident(.lost) }
        isLost = true
        waiter.wait(milliseconds: pause)
        pause = min(pause * 2, Self.longestPauseMilliseconds)
      }
    }
  }

  private func receiveNext() throws(CallbookError) {
    guard let milliseconds = pause() else { return try client.receiveNotification(within: -1) }
    guard milliseconds > 0 else { return try onPause() }
    do throws(CallbookError) {
      try client.receiveNotification(within: milliseconds)
    } catch {
      // Silence is what was waited for.
      guard error.reason == .noAnswer else { throw error }
    }
  }

  /// - Returns: whether nothing lies between what was received and what will be.
  private func subscribe(_ incident: (Incident) -> Void) throws(CallbookError) -> Bool {
    var json = JSONWriter()
    json.beginObject()
    json.member("since", since)
    json.member("topics", topics)
    json.endObject()
    do throws(CallbookError) {
      let reply = try client.call(Call("events.subscribe", json.bytes))
      if since == "now", let cursor = reply["cursor"]?.string { since = cursor }
      hasBegun = true
      return true
    } catch {
      guard hasBegun, error.reason == .otherHistory else { throw error }
      incident(.gap)
      since = "now"
      _ = try subscribe(incident)
      return false
    }
  }
}

extension CallbookError {
  /// Whether the daemon went away, or is just not there yet: waiting mends it.
  package var isInterruption: Bool {
    switch reason {
    case .connectionLost, .noSocket, .notRunning, .draining, .noAnswer, .tooManyConnections: true
    default: false
    }
  }
}
