import CallbookJSON
package import CallbookModel
import CallbookProtocol
import CallbookStore
import Synchronization

extension Dispatcher {
  func answer(
    _ session: Session, _ envelope: RequestEnvelope,
    _ write: (inout JSONWriter) throws(CallbookError) -> Void
  ) throws(CallbookError) {
    let start = json.mark
    let length = json.bytes.count
    do throws(CallbookError) {
      try envelope.id.withRawBytes { id throws(CallbookError) in
        try ReplyWriter.result(to: id, into: &json, write)
      }
      guard json.bytes.count - length <= session.limits.replyBytes else { throw .replyTooLarge }
    } catch {
      json.rewind(to: start)
      throw error
    }
    if !isInTurn || json.bytes.count > Self.flushBytes { flush(to: session.output) }
  }

  func answer(
    _ session: Session, id: JSONNode?, method: String? = nil, error: CallbookError
  ) {
    observer.failed(method, error.reason, by: session.peer.uid)
    counts.answered(method.flatMap(table.number), error.kind)
    lineBegan = services.monotonicNanoseconds()
    if let id {
      id.withRawBytes { ReplyWriter.error(error, to: $0, into: &json) }
    } else {
      ReplyWriter.error(error, to: nil, into: &json)
    }
    if !isInTurn || json.bytes.count > Self.flushBytes { flush(to: session.output) }
  }

  func deliver(_ answer: Mailbox.Answer) {
    counts.took(answer.work, nanoseconds: services.monotonicNanoseconds() - answer.began)
    guard let session = sessions[answer.connection] else {
      return counts.answered(answer.method, answer.error?.kind)
    }
    session.end(answer.id)
    // Whoever follows the ledger here hears of a change before the answer to whoever made it.
    if !session.subscriptions.isEmpty { sendEvents(to: session) }
    answer.id.withUnsafeBytes { id in
      switch answer.result {
      case .success(let result) where result.count > session.limits.replyBytes:
        counts.answered(answer.method, CallbookError.replyTooLarge.kind)
        ReplyWriter.error(.replyTooLarge, to: id, into: &json)
      case .success(let result):
        counts.answered(answer.method, nil)
        ReplyWriter.result(result, to: id, into: &json)
      case .failure(let error):
        counts.answered(answer.method, error.kind)
        observer.failed(table.methods[answer.method].name, error.reason, by: session.peer.uid)
        ReplyWriter.error(error, to: id, into: &json)
      }
    }
    flush(to: session.output)
    closeIfDone(session)
  }

  func sendEvents(to session: Session) {
    flush(to: session.output)
    do throws(CallbookError) {
      let environment = try self.environment(of: session)
      guard EventsSubscribe.permission.allows(environment.caller) == true else {
        throw .roleMissing(
          EventsSubscribe.permission, environment.caller, method: EventsSubscribe.method)
      }
      let head = store.headSeq
      _ = try EventStream(environment: environment, head: head).send(session, from: reader)
    } catch {
      session.subscriptions = []
      ReplyWriter.notification("event.ended", into: &json) { json in
        json.beginObject()
        json.member("reason", error.reason.rawValue)
        json.member("message", error.message)
        json.endObject()
      }
      flush(to: session.output)
      closeIfDone(session)
    }
  }

  func sendEventsToAll() {
    for session in sessions.values where !session.subscriptions.isEmpty { sendEvents(to: session) }
  }

  /// Said before `sendEvents` reads the head: a commit that comes later wakes the loop.
  func noteFollowers() {
    mailbox.isFollowing.store(
      sessions.values.contains { !$0.subscriptions.isEmpty }, ordering: .sequentiallyConsistent)
  }

  func flush(to output: any LineOutput) {
    guard !json.bytes.isEmpty else { return }
    json.bytes.withUnsafeBytes { output.write($0) }
    json.removeAll(keepingCapacity: true)
  }

  func closeIfDone(_ session: Session) {
    guard session.hasInputEnded, session.inFlight.isEmpty, session.subscriptions.isEmpty else {
      return
    }
    session.output.closeAfterWriting()
  }

  /// Ends what a turn read.
  func rest() {
    do throws(CallbookError) {
      if isDraining { try reader.endSnapshot() } else { try reader.rest() }
    } catch {
      observer.failed(nil, error.reason, by: nil)
    }
  }

  func endSnapshot() {
    do throws(CallbookError) {
      try reader.endSnapshot()
    } catch {
      observer.failed(nil, error.reason, by: nil)
    }
  }

  /// Replies are handed over when so much has gathered, so that a long turn's memory is bounded.
  static let flushBytes = 64 * 1024
}

extension CallbookError {
  static let replyTooLarge = CallbookError(
    .replyTooLarge, "the reply is larger than the limit; ask for fewer items with `limit`")
  package static let draining = CallbookError(
    .draining, "the daemon is stopping; try again in a moment", hint: "systemctl status callbookd")
  static let cancelled = CallbookError(.cancelled, "the request was taken back before it began")
  static let deadlinePassedReading = CallbookError(
    .deadlineExceeded, "the deadline passed before the request was answered")
}
