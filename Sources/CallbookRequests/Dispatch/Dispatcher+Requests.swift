import CallbookJSON
import CallbookModel
import CallbookProtocol
import CallbookStore

extension Dispatcher {
  func perform(
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

  func submitRead(
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

  func submitWrite(
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
    let mostBytes = session.limits.replyBytes
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

  func deadline(of envelope: RequestEnvelope) -> Int64? {
    envelope.context.deadlineMilliseconds.map { services.monotonicMilliseconds() + $0 }
  }

  static let emptyObject = Array("{}".utf8)
}
