import CallbookModel
import CallbookProtocol
import Synchronization

/// Answers that other threads have ready for an event loop.
final class Mailbox: Sendable {
  struct Answer: Sendable {
    let connection: ConnectionID
    let id: [UInt8]
    let method: String
    let result: Result<[UInt8], CallbookError>
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
