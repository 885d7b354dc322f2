import Synchronization

/// Keeps how questions are answered, for a test to answer when it likes.
final class Answers: Sendable {
  private let kept = Mutex<[@Sendable () -> Void]>([])

  var all: [@Sendable () -> Void] { kept.withLock { $0 } }

  func keep(_ answer: @escaping @Sendable () -> Void) {
    kept.withLock { $0.append(answer) }
  }
}
