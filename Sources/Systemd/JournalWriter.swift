/// Writes entries to a sink from one thread of its own, so that a journal that stalls holds up
/// nobody else.
package final class JournalWriter: Sendable {
  /// A second or more of a busy shop, at most a few hundred kilobytes.
  package static let usualCapacity = 1_024

  private let queue: JournalQueue

  /// - Parameter capacity: how many entries may wait; further ones are dropped and counted.
  package init(
    sink: any JournalSink, capacity: Int = JournalWriter.usualCapacity
  ) throws(SystemError) {
    let queue = JournalQueue(capacity: capacity)
    try DetachedThread.start(named: "journal") { Self.drain(queue, into: sink) }
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

  private static func drain(_ queue: JournalQueue, into sink: any JournalSink) {
    while let delivery = queue.take() {
      do {
        try sink.write(entry(of: delivery))
        queue.finish(delivery, error: nil)
      } catch {
        queue.finish(delivery, error: error)
      }
    }
  }

  /// The first entry after a loss says how much was lost.
  private static func entry(of delivery: JournalQueue.Delivery) -> JournalEntry {
    var entry = delivery.entry
    if delivery.lostBefore > 0 {
      entry.fields.append(JournalField("CALLBOOK_DROPPED", String(delivery.lostBefore)))
    }
    return entry
  }
}
