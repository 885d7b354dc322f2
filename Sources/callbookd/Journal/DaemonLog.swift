package import CallbookModel
import Synchronization
package import Systemd

/// Writes events to the journal, or as text to stderr where there is none.
///
/// No call waits for the journal: what it does not take is counted, and said once it takes entries
/// again.
package final class DaemonLog: Sendable {
  /// Whether entries go to the journal, with their fields.
  let isJournal: Bool
  let connections = ConnectionCounts()
  let counts = EventCounts()
  private let journal: JournalWriter
  private let limiter = Mutex(RepeatLimiter())
  private let monotonicMilliseconds: @Sendable () -> Int64

  package init(
    sink: any JournalSink, monotonicMilliseconds: @escaping @Sendable () -> Int64
  ) throws(CallbookError) {
    isJournal = sink is SystemJournal
    self.monotonicMilliseconds = monotonicMilliseconds
    do throws(SystemError) {
      journal = try JournalWriter(sink: sink) { Self.entry(of: .messagesDropped($0)) }
    } catch {
      throw CallbookError(.internal, "the journal cannot be written: \(error)")
    }
  }

  /// To the journal when systemd has connected stderr with it, else to stderr.
  static func open() throws(CallbookError) -> DaemonLog {
    try DaemonLog(
      sink: JournalStream.sink(program: "callbookd"),
      monotonicMilliseconds: Monotonic.milliseconds)
  }

  func write(_ event: JournalEvent) {
    counts.add(event.kind)
    let now = monotonicMilliseconds()
    guard limiter.withLock({ $0.admit(event, now: now) }) else { return }
    journal.write(Self.entry(of: event))
  }

  /// How many entries the journal did not take since the start.
  var dropped: Int {
    let tally = journal.tally
    return tally.dropped + tally.failed
  }

  /// Says what was held back as a repetition and is due by now.
  func turn() {
    let now = monotonicMilliseconds()
    say(limiter.withLock { $0.turn(now: now) })
  }

  /// Says all that was held back as a repetition, due or not: before the last word.
  func sayHeldBack() {
    say(limiter.withLock { $0.finish() })
  }

  /// Waits until everything is out, but not long: the process ends, and nobody is left to tell.
  ///
  /// - Returns: whether everything is out.
  @discardableResult
  package func finish() -> Bool {
    sayHeldBack()
    return journal.flush(within: .seconds(2))
  }

  private func say(_ events: [RepeatLimiter.Said]) {
    for said in events { journal.write(Self.entry(of: said.event, repeats: said.repeats)) }
  }

  static func entry(of event: JournalEvent, repeats: Int = 0) -> JournalEntry {
    var entry = JournalEntry(
      messageID: event.kind.messageID, priority: event.kind.priority,
      message: event.sentence + (repeats > 0 ? " (\(repeats) more within a minute)" : ""),
      fields: event.fields)
    if repeats > 0 { entry.fields.append(JournalField("CALLBOOK_REPEATED", String(repeats))) }
    return entry
  }
}
