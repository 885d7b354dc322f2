import Glibc
import Testing

@testable import Systemd

@Suite struct JournalWriterTests {
  private static let id = MessageID(0x0123_4567_89ab_cdef, 0x0011_2233_4455_6677)

  private func entry(_ number: Int) -> JournalEntry {
    JournalEntry(
      messageID: Self.id, priority: .info, message: "entry \(number)",
      fields: [JournalField("CALLBOOK_SEQ", String(number))])
  }

  private func loss(_ count: Int) -> JournalEntry {
    JournalEntry(messageID: Self.id, priority: .warning, message: "\(count) lost")
  }

  @Test func `a loss that could not be told is told later, with what was lost since`() throws {
    let sink = StallingSink()
    let writer = try JournalWriter(sink: sink, loss: loss)
    let error = SystemError("sd_journal_sendv", code: ECONNREFUSED)
    sink.letGo(10)
    for number in 0..<2 {
      sink.failOnce(error)
      writer.write(entry(number))
      #expect(writer.flush(within: .seconds(30)))
    }
    writer.write(entry(2))
    #expect(writer.flush(within: .seconds(30)))
    #expect(sink.entries == [loss(2), entry(2)])
  }

  @Test func `entries arrive in order`() throws {
    let sink = StallingSink()
    let writer = try JournalWriter(sink: sink, loss: loss)
    sink.letGo(500)
    for number in 0..<500 { writer.write(entry(number)) }
    #expect(writer.flush(within: .seconds(30)))
    #expect(sink.entries == (0..<500).map(entry))
    #expect(writer.tally == tally(written: 500))
  }

  @Test func `a stalled sink holds up nobody, and what was lost is told`() throws {
    let sink = StallingSink()
    let writer = try JournalWriter(sink: sink, capacity: 4, loss: loss)
    writer.write(entry(0))
    sink.waitForWriter()
    // One is being written, four wait, five find no room.
    for number in 1..<10 { writer.write(entry(number)) }
    #expect(writer.tally == tally(dropped: 5))
    sink.letGo(6)
    #expect(writer.flush(within: .seconds(30)))
    writer.write(entry(10))
    sink.letGo(1)
    #expect(writer.flush(within: .seconds(30)))
    #expect(sink.entries == [entry(0), loss(5)] + [1, 2, 3, 4, 10].map(entry))
    #expect(writer.tally == tally(written: 6, dropped: 5))
  }

  @Test func `a failed write is counted and told by the next`() throws {
    let sink = StallingSink()
    let writer = try JournalWriter(sink: sink, loss: loss)
    let error = SystemError("sd_journal_sendv", code: ECONNREFUSED)
    sink.failOnce(error)
    sink.letGo(3)
    writer.write(entry(0))
    writer.write(entry(1))
    #expect(writer.flush(within: .seconds(30)))
    #expect(sink.entries == [loss(1), entry(1)])
    #expect(writer.tally == tally(written: 1, failed: 1, lastError: error))
  }

  @Test func `a flush gives up at its limit`() throws {
    let sink = StallingSink()
    let writer = try JournalWriter(sink: sink, loss: loss)
    #expect(writer.flush(within: .zero))
    writer.write(entry(0))
    #expect(!writer.flush(within: .milliseconds(1)))
    sink.letGo(1)
    #expect(writer.flush(within: .seconds(30)))
  }

  @Test func `what waits is written though the writer is gone`() throws {
    let sink = StallingSink()
    var writer: JournalWriter? = try JournalWriter(sink: sink, loss: loss)
    for number in 0..<3 { writer?.write(entry(number)) }
    writer = nil
    sink.letGo(3)
    for _ in 0..<3 { sink.waitForWriter() }
  }

  @Test func `its thread takes no signal`() throws {
    struct MaskReader: JournalSink {
      let isBlocked: @Sendable (Bool) -> Void
      func write(_ entry: JournalEntry) {
        var mask = sigset_t()
        pthread_sigmask(SIG_BLOCK, nil, &mask)
        isBlocked(sigismember(&mask, SIGTERM) == 1 && sigismember(&mask, SIGHUP) == 1)
      }
    }
    let sink = MaskReader { isBlocked in #expect(isBlocked) }
    let writer = try JournalWriter(sink: sink, loss: loss)
    writer.write(entry(0))
    #expect(writer.flush(within: .seconds(30)))
    #expect(writer.tally.written == 1)
  }

  private func tally(
    written: Int = 0, dropped: Int = 0, failed: Int = 0, lastError: SystemError? = nil
  ) -> JournalTally {
    var tally = JournalTally()
    tally.written = written
    tally.dropped = dropped
    tally.failed = failed
    tally.lastError = lastError
    return tally
  }
}
