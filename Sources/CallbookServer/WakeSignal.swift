import NIOCore
import Synchronization

/// Lets any thread wake the responder of a loop; calls while one is pending cost one atomic.
final class WakeSignal: Sendable {
  private enum Phase: UInt8, AtomicRepresentable {
    case idle, pending, closed
  }

  private let phase = Atomic(Phase.idle)
  private let eventLoop: any EventLoop
  private let target: NIOLoopBoundBox<ServerLoop?>

  init(eventLoop: any EventLoop) {
    self.eventLoop = eventLoop
    target = .makeEmptyBox(valueType: ServerLoop.self, eventLoop: eventLoop)
  }

  func fire() {
    guard move(from: .idle, to: .pending) else { return }
    eventLoop.execute { [self] in
      // Idle before the responder looks: what is queued after its look wakes it again.
      guard move(from: .pending, to: .idle) else { return }
      target.value?.woken()
    }
  }

  /// On the loop.
  func connect(to loop: ServerLoop) {
    target.value = loop
  }

  /// On the loop: nothing wakes it any more, and the loop can be released.
  func close() {
    phase.store(.closed, ordering: .sequentiallyConsistent)
    target.value = nil
  }

  private func move(from old: Phase, to new: Phase) -> Bool {
    phase.compareExchange(expected: old, desired: new, ordering: .sequentiallyConsistent).exchanged
  }
}
