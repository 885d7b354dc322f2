/// Writes entries to a sink from one thread of its own, so that a journal that stalls holds up
/// nobody else.
package final class JournalWriter: Sendable {
  /// A second or more of a busy shop, at most a few hundred kilobytes.
  package static let usualCapacity = 1_024

  private let queue: JournalQueue

  /// - Parameters:
  ///   - capacity: how many entries may wait; further ones are dropped and counted.
  ///   - loss: what is said of so many lost entries, before the next one that is not lost.
  package init(
    sink: any JournalSink, capacity: Int = JournalWriter.usualCapacity,
    loss: @escaping @Sendable (_ count: Int) -> JournalEntry
  ) throws(SystemError) {
    let queue = JournalQueue(capacity: capacity)
    try DetachedThread.start(named: "journal") { Self.drain(queue, into: sink, loss) }
    self.queue = queue
  }

  /// The thread writes what waits and ends; call `flush` first to know that it did.
  deinit { queue.close() }

  package var tally: JournalTally { queue.tally }

  /// Hands the entry to the thread, in the order of the calls; never waits for the sink.
  package func write(_ entry: JournalEntry) {
    queue.offer(entry)
  }

  /// Waits until everything written before the call has reached the sink.
  ///
  /// - Returns: false when the time was up first.
  package func flush(within limit: Duration) -> Bool {
    queue.waitUntilFinished(within: limit)
  }

  private static func drain(
    _ queue: JournalQueue, into sink: any JournalSink, _ loss: (Int) -> JournalEntry
  ) {
    while let delivery = queue.take() {
      var unsaid = delivery.lostBefore
      do {
        if unsaid > 0 { try sink.write(loss(unsaid)) }
        unsaid = 0
        try sink.write(delivery.entry)
        queue.finish(error: nil, unsaid: 0)
      } catch {
        queue.finish(error: error, unsaid: unsaid)
      }
    }
  }
}
