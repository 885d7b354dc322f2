/// What has to answer before the watchdog is fed.
enum WatchedPart: Hashable, Sendable {
  case loop(Int)
  case writer
  case scheduler
  /// The threads of Swift's own concurrency, on which signals are handled.
  case executor

  /// As a field of the journal has it.
  var word: String {
    switch self {
    case .loop(let number): "loop-\(number)"
    case .writer: "writer"
    case .scheduler: "scheduler"
    case .executor: "executor"
    }
  }
}

extension WatchedPart: CustomStringConvertible {
  var description: String {
    switch self {
    case .loop(let number): "event loop \(number)"
    case .writer: "the writer"
    case .scheduler: "the scheduler"
    case .executor: "the executor"
    }
  }
}
