import CallbookJSON
import CallbookModel
import CallbookProtocol
import CallbookStore

/// Sends a session's subscriptions on: reads the ledger from where each stands, as far as the client
/// takes it. Nothing is queued for anybody: a client that stops reading costs its cursor.
struct EventStream {
  /// How many entries are read at a time.
  static let chunk = 200
  /// After so many entries that a filter passed over the client is told where it stands.
  static let bookmarkDistance: Int64 = 1000

  let environment: Environment
  let head: Int64

  /// - Returns: whether everything up to the head was sent or passed over.
  func send(_ session: Session, from reader: StoreReader) throws(CallbookError) -> Bool {
    var isCaughtUp = true
    for place in session.subscriptions.indices {
      while session.subscriptions[place].seq < head {
        guard !session.output.isFull else {
          isCaughtUp = false
          break
        }
        guard try sendChunk(&session.subscriptions[place], session, reader) else { break }
      }
    }
    return isCaughtUp
  }

  private func sendChunk(
    _ subscription: inout Subscription, _ session: Session, _ reader: StoreReader
  ) throws(CallbookError) -> Bool {
    let entries = try reader.snapshot().ledger(
      after: subscription.seq, upTo: head, limit: Self.chunk)
    var json = JSONWriter(reserving: 64 * 1024)
    for entry in entries {
      subscription.seq = entry.seq
      guard subscription.wants(event: entry.event, kind: entry.subject.kind) else { continue }
      subscription.toldSeq = entry.seq
      write(entry, to: subscription, into: &json)
    }
    if subscription.seq - subscription.toldSeq >= Self.bookmarkDistance {
      subscription.toldSeq = subscription.seq
      ReplyWriter.notification("event.bookmark", into: &json) { json in
        json.beginObject()
        json.member("subscription", subscription.number)
        json.member("cursor", environment.cursor(subscription.seq).description)
        json.endObject()
      }
    }
    if !json.bytes.isEmpty { session.output.write(json.bytes) }
    return !entries.isEmpty
  }

  private func write(
    _ entry: LedgerEntry, to subscription: Subscription, into json: inout JSONWriter
  ) {
    ReplyWriter.notification("event", into: &json) { json in
      json.beginObject()
      json.member("subscription", subscription.number)
      json.member("cursor", environment.cursor(entry.seq).description)
      LedgerLine(entry).write(into: &json)
      json.endObject()
    }
  }
}
