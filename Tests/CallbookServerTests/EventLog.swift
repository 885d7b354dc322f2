import CallbookServer
import Dispatch
import Synchronization
import Testing

/// Keeps what the server tells, and lets a test wait for it.
final class EventLog: ServerObserver {
  private let events = Mutex<[ServerEvent]>([])
  private let arrived = DispatchSemaphore(value: 0)

  func observe(_ event: ServerEvent) {
    events.withLock { $0.append(event) }
    arrived.signal()
  }

  var all: [ServerEvent] { events.withLock { $0 } }

  /// Waits until an event of that sort has come; false after ten seconds without.
  func saw(_ isWanted: (ServerEvent) -> Bool) -> Bool {
    while !all.contains(where: isWanted) {
      guard arrived.wait(timeout: .now() + 60) == .success else { return false }
    }
    return true
  }

  func sawClosed(_ cause: CloseCause, times: Int = 1) -> Bool {
    while count(of: cause) < times {
      guard arrived.wait(timeout: .now() + 60) == .success else { return false }
    }
    return true
  }

  private func count(of cause: CloseCause) -> Int {
    all.filter { if case .closed(_, cause) = $0 { true } else { false } }.count
  }
}
