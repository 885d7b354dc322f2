import CallbookJSON
package import CallbookModel
package import CallbookProtocol
package import CallbookStore
import Synchronization

/// Answers the lines of one event loop's connections.
///
/// Cheap reads are answered where they arrive, on the loop's own read connection; changes go to the
/// writer, long reads to their threads, and come back through the mailbox. Confined to its loop.
package final class Dispatcher {
  let table: MethodTable
  let store: Store
  let services: RequestServices
  let observer: any DispatchObserver
  private let reader: StoreReader
  private let mailbox: Mailbox
  private let tape: JSONTape
  private let emptyTape = JSONTape()
  private var json = JSONWriter(reserving: 16 * 1024)
  private var sessions: [ConnectionID: Session] = [:]
  private var isDraining = false
  private var isInTurn = false

  /// - Throws: what opening a read connection throws.
  package init(
    table: MethodTable, store: Store, services: RequestServices,
    observer: any DispatchObserver, wake: @escaping @Sendable () -> Void
  ) throws(CallbookError) {
    self.table = table
    self.store = store
    self.services = services
    self.observer = observer
    reader = try store.makeReader()
    mailbox = Mailbox(wake: wake)
    tape = JSONTape(
      limits: JSONLimits(depth: services.limits.depth, tokens: services.limits.tokens))
    store.onCommit { [mailbox] in mailbox.committed() }
  }
}

// MARK: Lines

extension Dispatcher: LineResponder {
  package func opened(_ connection: ConnectionID, peer: Peer, output: any LineOutput) {
    let session = Session(connection, peer: peer, limits: services.limits, output: output)
    do throws(CallbookError) {
      let environment = try self.environment(of: session)
      Hello(
        version: services.version, instance: store.instance,
        head: environment.cursor(store.headSeq).description, state: state,
        caller: environment.caller, limits: services.limits
      ).write(into: &json)
      sessions[connection] = session
      flush(to: output)
    } catch {
      observer.refused(peer, reason: error.reason)
      ReplyWriter.error(error, to: nil, into: &json)
      flush(to: output)
      output.closeAfterWriting()
    }
    endSnapshot()
  }

  package func beginTurn(_ connection: ConnectionID) { isInTurn = true }

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
      try perform(RequestEnvelope(request, limits: services.limits), session)
    } catch {
      answer(
        session, id: RequestEnvelope.id(of: request, limits: services.limits),
        method: request["method"]?.string, error: error)
    }
  }

  package func receivedOverlongLine(bytes: Int, on connection: ConnectionID) {
    guard let session = sessions[connection] else { return }
    answer(
      session, id: nil,
      error: CallbookError(
        .lineTooLong,
        "a line of \(bytes) bytes was dropped; \(services.limits.lineBytes) are allowed",
        hint: "send fewer rows or items in one request"))
  }

  package func endTurn(_ connection: ConnectionID) {
    isInTurn = false
    if let session = sessions[connection] { flush(to: session.output) }
    endSnapshot()
  }

  package func inputEnded(_ connection: ConnectionID) {
    guard let session = sessions[connection] else { return }
    session.hasInputEnded = true
    closeIfDone(session)
  }

  package func writable(_ connection: ConnectionID) {
    guard let session = sessions[connection] else { return }
    sendEvents(to: session)
    endSnapshot()
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
    endSnapshot()
  }

  package func tick(monotonicMilliseconds: Int64) {}

  package func drain() {
    isDraining = true
    for session in sessions.values {
      session.hasInputEnded = true
      session.subscriptions = []
      closeIfDone(session)
    }
  }
}

// MARK: Requests

extension Dispatcher {
  private func perform(
    _ envelope: RequestEnvelope, _ session: Session
  ) throws(CallbookError) {
    let environment = try self.environment(of: session)
    guard let method = table[envelope.method] else { throw table.unknown(envelope.method) }
    if !session.inFlight.isEmpty { try session.checkFree(envelope.id.rawBytes) }
    let params: JSONNode
    if let given = envelope.params {
      params = given
    } else {
      params = try emptyTape.parse(Self.emptyObject)
    }
    switch method.run {
    case .session(let run):
      let followed = session.subscriptions.count
      try answer(session, envelope) { json throws(CallbookError) in
        try run(params, session, environment, &json)
      }
      if session.subscriptions.count != followed { noteFollowers() }
      if !session.subscriptions.isEmpty { sendEvents(to: session) }
    case .cheap(let run):
      let snapshot = try reader.snapshot()
      try answer(session, envelope) { json throws(CallbookError) in
        try run(params, snapshot, environment, &json)
      }
    case .long(let prepare):
      try submitRead(prepare(params, environment), envelope, session, method)
    case .write(let prepare):
      let check = callerCheck(session)
      try submitWrite(prepare(params, environment, check), envelope, params, session, method)
    }
    observer.answered(method.name)
  }

  private func submitRead(
    _ work: @escaping Method.LongRead, _ envelope: RequestEnvelope, _ session: Session,
    _ method: Method
  ) throws(CallbookError) {
    let id = envelope.id.rawBytes
    let cancellation = try session.begin(id)
    let deadline = deadline(of: envelope)
    let (mailbox, connection, services) = (mailbox, session.connection, services)
    let name = method.name
    store.read { transaction in
      let result: Result<[UInt8], CallbookError>
      do throws(CallbookError) {
        guard !cancellation.isCancelled else { throw .cancelled }
        if let deadline, services.monotonicMilliseconds() >= deadline {
          throw .deadlinePassedReading
        }
        result = .success(try work(try transaction.get()))
      } catch {
        result = .failure(error)
      }
      mailbox.post(
        Mailbox.Answer(connection: connection, id: id, method: name, result: result))
    }
  }

  private func submitWrite(
    _ change: Method.Change, _ envelope: RequestEnvelope, _ params: JSONNode,
    _ session: Session, _ method: Method
  ) throws(CallbookError) {
    guard !isDraining else { throw .draining }
    let id = envelope.id.rawBytes
    let cancellation = try session.begin(id)
    let key = envelope.context.idempotencyKey.map {
      IdempotencyKey(key: $0, params: params.rawBytes)
    }
    let (mailbox, connection, name) = (mailbox, session.connection, method.name)
    let mostBytes = services.limits.replyBytes
    var tooLarge = CallbookError.replyTooLarge
    tooLarge.committed = envelope.context.isDryRun ? .no : .yes
    store.submit(
      WriteJob(
        actor: LedgerEntry.Actor(
          uid: session.peer.uid, pid: session.peer.pid, user: session.known?.environment.caller.user
        ),
        method: method.name, idempotency: key, isDryRun: envelope.context.isDryRun,
        deadline: deadline(of: envelope), isCancelled: { cancellation.isCancelled },
        admit: change.admit, work: change.work
      ) { [tooLarge] result in
        var result = result
        if case .success(let reply) = result, reply.count > mostBytes {
          result = .failure(tooLarge)
        }
        mailbox.post(
          Mailbox.Answer(connection: connection, id: id, method: name, result: result))
      })
  }

  private func deadline(of envelope: RequestEnvelope) -> Int64? {
    envelope.context.deadlineMilliseconds.map { services.monotonicMilliseconds() + $0 }
  }

  private static let emptyObject = Array("{}".utf8)
}

// MARK: Answers

extension Dispatcher {
  private func answer(
    _ session: Session, _ envelope: RequestEnvelope,
    _ write: (inout JSONWriter) throws(CallbookError) -> Void
  ) throws(CallbookError) {
    let start = json.mark
    let length = json.bytes.count
    do throws(CallbookError) {
      try envelope.id.withRawBytes { id throws(CallbookError) in
        try ReplyWriter.result(to: id, into: &json, write)
      }
      guard json.bytes.count - length <= services.limits.replyBytes else { throw .replyTooLarge }
    } catch {
      json.rewind(to: start)
      throw error
    }
    if !isInTurn || json.bytes.count > Self.flushBytes { flush(to: session.output) }
  }

  private func answer(
    _ session: Session, id: JSONNode?, method: String? = nil, error: CallbookError
  ) {
    observer.failed(method, error.reason)
    if let id {
      id.withRawBytes { ReplyWriter.error(error, to: $0, into: &json) }
    } else {
      ReplyWriter.error(error, to: nil, into: &json)
    }
    if !isInTurn || json.bytes.count > Self.flushBytes { flush(to: session.output) }
  }

  private func deliver(_ answer: Mailbox.Answer) {
    guard let session = sessions[answer.connection] else { return }
    session.end(answer.id)
    // Whoever follows the ledger here hears of a change before the answer to whoever made it.
    if !session.subscriptions.isEmpty { sendEvents(to: session) }
    answer.id.withUnsafeBytes { id in
      switch answer.result {
      case .success(let result) where result.count > services.limits.replyBytes:
        ReplyWriter.error(.replyTooLarge, to: id, into: &json)
      case .success(let result): ReplyWriter.result(result, to: id, into: &json)
      case .failure(let error):
        observer.failed(answer.method, error.reason)
        ReplyWriter.error(error, to: id, into: &json)
      }
    }
    flush(to: session.output)
    closeIfDone(session)
  }

  private func sendEvents(to session: Session) {
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

  private func sendEventsToAll() {
    for session in sessions.values where !session.subscriptions.isEmpty { sendEvents(to: session) }
  }

  /// Said before `sendEvents` reads the head: a commit that comes later wakes the loop.
  private func noteFollowers() {
    mailbox.isFollowing.store(
      sessions.values.contains { !$0.subscriptions.isEmpty }, ordering: .sequentiallyConsistent)
  }

  private func flush(to output: any LineOutput) {
    guard !json.bytes.isEmpty else { return }
    json.bytes.withUnsafeBytes { output.write($0) }
    json.removeAll(keepingCapacity: true)
  }

  private func closeIfDone(_ session: Session) {
    guard session.hasInputEnded, session.inFlight.isEmpty, session.subscriptions.isEmpty else {
      return
    }
    session.output.closeAfterWriting()
  }

  private func endSnapshot() {
    do throws(CallbookError) {
      try reader.endSnapshot()
    } catch {
      observer.failed(nil, error.reason)
    }
  }

  /// Replies are handed over when so much has gathered, so that a long turn's memory is bounded.
  private static let flushBytes = 64 * 1024
}

// MARK: Who and where

extension Dispatcher {
  private var state: Hello.State {
    isDraining ? .draining : store.state == .ready ? .ready : .degraded
  }

  private func callerCheck(_ session: Session) -> CallerCheck {
    CallerCheck(
      pid: session.peer.pid, uid: session.peer.uid,
      staffGeneration: session.known?.staffGeneration ?? store.staffGeneration,
      accounts: services.accounts)
  }

  /// Who the peer is now. Roles are looked up again whenever the staff list has changed.
  private func environment(of session: Session) throws(CallbookError) -> Environment {
    let (staff, shop) = (store.staffGeneration, store.shopGeneration)
    if let known = session.known, known.staffGeneration == staff, known.shopGeneration == shop {
      return known.environment
    }
    // The snapshot of this turn may be older than the generations: look at the store as it is.
    endSnapshot()
    session.known = nil
    let check = CallerCheck(
      pid: session.peer.pid, uid: session.peer.uid, staffGeneration: staff,
      accounts: services.accounts)
    let snapshot = try reader.snapshot()
    let environment = Environment(
      caller: try check.caller(in: snapshot), shop: try snapshot.shop(), services: services,
      store: store)
    session.known = (staff, shop, environment)
    return environment
  }
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
