import CallbookJSON
import CallbookModel
package import CallbookProtocol
import CallbookStore
import Synchronization

extension Dispatcher: LineResponder {
  package func opened(_ connection: ConnectionID, peer: Peer, output: any LineOutput) {
    let session = Session(
      connection, peer: peer, limits: services.limits.current, output: output)
    do throws(CallbookError) {
      let environment = try self.environment(of: session)
      Hello(
        version: services.version, instance: store.instance,
        head: environment.cursor(store.headSeq).description, state: state,
        timeZone: environment.shop.timeZone, caller: environment.caller, limits: session.limits
      ).write(into: &json)
      sessions[connection] = session
      flush(to: output)
    } catch {
      observer.refused(peer, reason: error.reason)
      ReplyWriter.error(error, to: nil, into: &json)
      flush(to: output)
      output.closeAfterWriting()
    }
    rest()
  }

  package func beginTurn(_ connection: ConnectionID) {
    isInTurn = true
    lineBegan = services.monotonicNanoseconds()
  }

  package func received(_ line: UnsafeRawBufferPointer, on connection: ConnectionID) {
    guard let session = sessions[connection] else { return }
    let request: JSONNode
    do throws(CallbookError) {
      request = try tape.parse(line)
    } catch {
      answer(session, id: nil, error: error)
      return
    }
    do throws(CallbookError) {
      try perform(RequestEnvelope(request, limits: session.limits), session)
    } catch {
      answer(
        session, id: RequestEnvelope.id(of: request, limits: session.limits),
        method: request["method"]?.string, error: error)
    }
  }

  package func receivedOverlongLine(bytes: Int, on connection: ConnectionID) {
    guard let session = sessions[connection] else { return }
    answer(
      session, id: nil,
      error: CallbookError(
        .lineTooLong,
        "a line of \(bytes) bytes was dropped; \(session.limits.lineBytes) are allowed",
        hint: "send fewer rows or items in one request"))
  }

  package func endTurn(_ connection: ConnectionID) {
    isInTurn = false
    if let session = sessions[connection] { flush(to: session.output) }
    rest()
  }

  package func inputEnded(_ connection: ConnectionID) {
    guard let session = sessions[connection] else { return }
    session.hasInputEnded = true
    closeIfDone(session)
  }

  package func writable(_ connection: ConnectionID) {
    guard let session = sessions[connection] else { return }
    sendEvents(to: session)
    rest()
  }

  package func closed(_ connection: ConnectionID) {
    guard let session = sessions.removeValue(forKey: connection) else { return }
    // A change that waits is still made: it was asked for. Only its answer has nobody to go to.
    session.subscriptions = []
    noteFollowers()
  }

  package func woken() {
    let answers = mailbox.takeAll()
    for answer in answers { deliver(answer) }
    if mailbox.isFollowing.load(ordering: .relaxed) { sendEventsToAll() }
    rest()
  }

  package func tick(monotonicMilliseconds: Int64) {}

  package func drain() {
    isDraining = true
    endSnapshot()
    for session in sessions.values {
      session.hasInputEnded = true
      session.subscriptions = []
      closeIfDone(session)
    }
  }
}
