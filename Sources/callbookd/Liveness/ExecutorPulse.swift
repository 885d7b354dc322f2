import ServiceLifecycle

/// Answers on the threads of Swift's concurrency, so that somebody hears whether these still run.
struct ExecutorPulse: Service, CustomStringConvertible {
  let description = "executor"
  private let questions: AsyncStream<@Sendable () -> Void>
  private let continuation: AsyncStream<@Sendable () -> Void>.Continuation

  init() {
    // One is enough: whoever asks again waits for the same threads.
    (questions, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  func run() async {
    for await answered in questions.cancelOnGracefulShutdown() { answered() }
  }

  func ask(_ answered: @escaping @Sendable () -> Void) {
    continuation.yield(answered)
  }
}
