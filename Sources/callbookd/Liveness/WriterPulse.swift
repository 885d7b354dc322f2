import CallbookStore
import Synchronization

/// Whether the writer has come round since it was asked: it tells nobody, but its turns are counted.
final class WriterPulse: Sendable {
  private struct Question {
    let turns: Int
    let answered: @Sendable () -> Void
  }

  private let turns: @Sendable () -> Int
  private let nudge: @Sendable () -> Void
  private let question = Mutex<Question?>(nil)

  init(turns: @escaping @Sendable () -> Int, nudge: @escaping @Sendable () -> Void) {
    self.turns = turns
    self.nudge = nudge
  }

  convenience init(of store: Store) {
    self.init(turns: { store.writerTurns }, nudge: { store.nudgeWriter() })
  }

  func ask(_ answered: @escaping @Sendable () -> Void) {
    question.withLock { $0 = Question(turns: turns(), answered: answered) }
    nudge()
  }

  /// Passes the answer on when there is one.
  func look() {
    let answered: (@Sendable () -> Void)? = question.withLock { question in
      guard let asked = question, asked.turns != turns() else { return nil }
      question = nil
      return asked.answered
    }
    answered?()
  }
}
