import CallbookJSON
import CallbookModel
import CallbookProtocol
import CallbookStore

extension Dispatcher {
  func perform(
    _ envelope: RequestEnvelope, _ session: Session
  ) throws(CallbookError) {
    let environment = try self.environment(of: session)
    guard let number = table.number(of: envelope.method) else {
      throw table.unknown(envelope.method)
    }
    let method = table.methods[number]
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
      answered(number, .session)
    case .cheap(let run):
      let snapshot = try reader.snapshot()
      try answer(session, envelope) { json throws(CallbookError) in
        try run(params, snapshot, environment, &json)
      }
      answered(number, .read)
    case .long(let prepare):
      try submitRead(prepare(params, environment), envelope, session, number)
    case .upkeep(let prepare):
      try submitUpkeep(prepare(params, environment), envelope, session, number)
    case .write(let prepare):
      let check = callerCheck(session)
      try submitWrite(prepare(params, environment, check), envelope, params, session, number)
    }
  }

  /// Counts an answer that was given at once; the next line of this turn begins where it ended.
  private func answered(_ method: Int, _ work: LoopCounts.Work) {
    let now = services.monotonicNanoseconds()
    counts.answered(method, nil)
    counts.took(work, nanoseconds: now - lineBegan)
    lineBegan = now
  }

  func submitRead(
    _ work: @escaping Method.LongRead, _ envelope: RequestEnvelope, _ session: Session,
    _ method: Int
  ) throws(CallbookError) {
    let id = envelope.id.rawBytes
    let cancellation = try session.begin(id)
    let deadline = deadline(of: envelope)
    let (mailbox, connection, services) = (mailbox, session.connection, services)
    let began = lineBegan
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
        Mailbox.Answer(
          connection: connection, id: id, method: method, work: .longRead, began: began,
          result: result))
    }
  }

  func submitUpkeep(
    _ work: @escaping Method.Upkeep, _ envelope: RequestEnvelope, _ session: Session,
    _ method: Int
  ) throws(CallbookError) {
    guard !isDraining else { throw .draining }
    guard !envelope.context.isDryRun else { throw .noDryRun(table.methods[method].name) }
    let id = envelope.id.rawBytes
    _ = try session.begin(id)
    let (mailbox, connection, began) = (mailbox, session.connection, lineBegan)
    let isTaken = store.backups.offer(work) { result in
      mailbox.post(
        Mailbox.Answer(
          connection: connection, id: id, method: method, work: .upkeep, began: began,
          result: result))
    }
    guard isTaken else {
      session.end(id)
      throw .backupRunning
    }
  }

  func submitWrite(
    _ change: Method.Change, _ envelope: RequestEnvelope, _ params: JSONNode,
    _ session: Session, _ method: Int
  ) throws(CallbookError) {
    guard !isDraining else { throw .draining }
    let id = envelope.id.rawBytes
    let cancellation = try session.begin(id)
    let key = envelope.context.idempotencyKey.map {
      IdempotencyKey(key: $0, params: params.rawBytes)
    }
    let (mailbox, connection, began) = (mailbox, session.connection, lineBegan)
    let mostBytes = session.limits.replyBytes
    var tooLarge = CallbookError.replyTooLarge
    tooLarge.committed = envelope.context.isDryRun ? .no : .yes
    store.submit(
      WriteJob(
        actor: LedgerEntry.Actor(
          uid: session.peer.uid, pid: session.peer.pid, user: session.known?.environment.caller.user
        ),
        method: table.methods[method].name, idempotency: key, isDryRun: envelope.context.isDryRun,
        deadline: deadline(of: envelope), isCancelled: { cancellation.isCancelled },
        admit: change.admit, work: change.work
      ) { [tooLarge] result in
        var result = result
        if case .success(let reply) = result, reply.count > mostBytes {
          result = .failure(tooLarge)
        }
        mailbox.post(
          Mailbox.Answer(
            connection: connection, id: id, method: method, work: .change, began: began,
            result: result))
      })
  }

  func deadline(of envelope: RequestEnvelope) -> Int64? {
    envelope.context.deadlineMilliseconds.map { services.monotonicMilliseconds() + $0 }
  }

  static let emptyObject = Array("{}".utf8)
}

extension CallbookError {
  fileprivate static let backupRunning = CallbookError(
    .backupRunning, "a backup is being made or checked already; try again when it is done",
    hint: "callbook backup list")

  fileprivate static func noDryRun(_ method: String) -> Self {
    CallbookError(
      .invalidParams, "\(method) changes nothing of the register and has no dry run",
      violations: [Violation("/ctx/dry_run", "is for changes")])
  }
}
