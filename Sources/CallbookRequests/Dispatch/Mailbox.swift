import CallbookModel
import CallbookProtocol
import Synchronization

/// Answers that other threads have ready for an event loop.
final class Mailbox: Sendable {
  struct Answer: Sendable {
    let connection: ConnectionID
    let id: [UInt8]
    /// Its number in the table.
    let method: Int
    let work: LoopCounts.Work
    /// When it arrived, in nanoseconds.
    let began: Int64
    let result: Result<[UInt8], CallbookError>

    var error: CallbookError? {
      if case .failure(let error) = result { error } else { nil }
    }
  }

  /// Whether any connection of the loop follows the ledger: only then a commit wakes it.
  let isFollowing = Atomic(false)
  private let answers = Mutex<[Answer]>([])
  private let wake: @Sendable () -> Void

  init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  func post(_ answer: Answer) {
    let isFirst = answers.withLock { answers in
      answers.append(answer)
      return answers.count == 1
    }
    if isFirst { wake() }
  }

  /// Something was committed.
  func committed() {
    if isFollowing.load(ordering: .acquiring) { wake() }
  }

  func takeAll() -> [Answer] {
    answers.withLock { answers in
      defer { answers = [] }
      return answers
    }
  }
}
