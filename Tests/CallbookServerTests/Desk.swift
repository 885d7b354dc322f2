import CallbookProtocol
import Dispatch
import Synchronization

/// What the responders of a test share with the test: what they saw, and answers that the test
/// releases from its own thread.
final class Desk: Sendable {
  struct Seen {
    var peers: [Peer] = []
    var lines = 0
    var turns = 0
    /// The most bytes of lines that one turn brought.
    var longestTurnBytes = 0
    var mostPendingBytes = 0
    var wakes = 0
    var drains = 0
  }

  private struct Late {
    let loop: Int
    let connection: ConnectionID
    let text: String
  }

  private struct State {
    var seen = Seen()
    var wakes: [Int: @Sendable () -> Void] = [:]
    var asked: [Late] = []
    var released: [Late] = []
  }

  private let state = Mutex(State())
  private let turnEnded = DispatchSemaphore(value: 0)
  private let lateAsked = DispatchSemaphore(value: 0)

  var seen: Seen { state.withLock { $0.seen } }

  func note(_ change: (inout Seen) -> Void) {
    state.withLock { change(&$0.seen) }
  }

  func endTurn() {
    turnEnded.signal()
  }

  /// Waits until that many more turns have ended; false after ten seconds.
  func endsTurns(_ count: Int = 1) -> Bool {
    (0..<count).allSatisfy { _ in turnEnded.wait(timeout: .now() + 60) == .success }
  }

  // MARK: Late answers

  func join(loop: Int, wake: @escaping @Sendable () -> Void) {
    state.withLock { $0.wakes[loop] = wake }
  }

  func askLate(loop: Int, connection: ConnectionID, text: String) {
    state.withLock { $0.asked.append(Late(loop: loop, connection: connection, text: text)) }
    lateAsked.signal()
  }

  /// Waits until so many late answers have been asked for.
  func hasAsked(_ count: Int = 1) -> Bool {
    (0..<count).allSatisfy { _ in lateAsked.wait(timeout: .now() + 60) == .success }
  }

  /// Answers everything that was asked, from the thread of the caller, waking for each answer.
  func release() {
    let asked = state.withLock { state in
      defer { state.asked = [] }
      return state.asked
    }
    for late in asked {
      let wake = state.withLock { state in
        state.released.append(late)
        return state.wakes[late.loop]
      }
      wake?()
    }
  }

  func takeReleased(loop: Int) -> [(ConnectionID, String)] {
    state.withLock { state in
      let mine = state.released.filter { $0.loop == loop }
      state.released.removeAll { $0.loop == loop }
      return mine.map { ($0.connection, $0.text) }
    }
  }
}
