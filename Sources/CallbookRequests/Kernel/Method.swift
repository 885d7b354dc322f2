package import CallbookJSON
package import CallbookModel
package import CallbookProtocol
import CallbookStore

/// A request without its type: what dispatch, discovery and the command line work on.
package struct Method: Sendable {
  package let name: String
  package let summary: String
  package let permission: Permission
  package let errors: [Reason]
  package let examples: [RequestExample]
  /// Reads the parameters as the request does, without making it.
  package let check: @Sendable (JSONNode) throws(CallbookError) -> Void
  /// The shape of its reply, worked out when asked for.
  package let reply: @Sendable () -> ReplySchema
  package let effect: Effect
  let run: Run
  // Asking the runtime about types is slow, and a start would pay for those of all requests.
  private let schema: @Sendable () -> ObjectSchema
  private let filtersReply: @Sendable () -> Bool
  private let concernsContact: @Sendable () -> Bool

  /// What it does to the store.
  package enum Effect: String, Sendable {
    case session, read, write
    /// Looks after the store as a whole.
    case upkeep
  }

  typealias CheapRead =
    @Sendable (JSONNode, ReadTransaction, Environment, inout JSONWriter) throws(CallbookError) ->
    Void
  typealias Upkeep = @Sendable (Backups) throws(CallbookError) -> [UInt8]
  typealias LongRead = @Sendable (ReadTransaction) throws(CallbookError) -> [UInt8]

  enum Run: Sendable {
    case session(
      @Sendable (JSONNode, Session, Environment, inout JSONWriter) throws(CallbookError) -> Void)
    case cheap(CheapRead)
    case long(@Sendable (JSONNode, Environment) throws(CallbookError) -> LongRead)
    case upkeep(@Sendable (JSONNode, Environment) throws(CallbookError) -> Upkeep)
    case write(@Sendable (JSONNode, Environment, CallerCheck) throws(CallbookError) -> Change)
  }

  /// A change that waits for the writer.
  struct Change: Sendable {
    /// Whether the caller may, with the roles of that moment; also asked before a stored reply.
    let admit: WriteJob.Check
    let work: WriteJob.Work
  }

  package var parameters: ObjectSchema { schema() }
  /// Whether its reply is filtered for whoever may not see everything.
  package var isReplyFiltered: Bool { filtersReply() }
  /// Whether its permission may depend on who owns a contact.
  package var isAboutContact: Bool { concernsContact() }

  private init<R: PermittedRequest>(_ type: R.Type, _ effect: Effect, _ run: Run) {
    name = R.method
    summary = R.summary
    permission = R.permission
    schema = { R.schema }
    errors = R.errors
    examples = R.examples
    check = { node throws(CallbookError) in _ = try R.schema.decode(R.self, from: node) }
    reply = { ReplySchema(of: R.Reply.self) }
    filtersReply = { R.Reply.self is any SensitiveReply.Type }
    concernsContact = { R.self is any ContactRequest.Type }
    self.effect = effect
    self.run = run
  }

  package init<R: SessionRequest>(_ type: R.Type) {
    self.init(
      type, .session,
      .session { node, session, environment, json throws(CallbookError) in
        let request = try R.schema.decode(R.self, from: node)
        try Access.check(request, environment, in: nil)
        try WireEncoder.encode(try request.run(in: session, environment), into: &json)
      })
  }

  package init<R: ReadRequest>(_ type: R.Type) {
    let answer = {
      @Sendable
      (request: R, store: ReadTransaction, environment: Environment, json: inout JSONWriter)
        throws(CallbookError) in
      try Access.check(request, environment, in: store)
      let reply = try request.run(in: store, environment)
      try WireEncoder.encode(Access.visible(reply, to: environment.caller), into: &json)
    }
    switch R.weight {
    case .cheap:
      self.init(
        type, .read,
        .cheap { node, store, environment, json throws(CallbookError) in
          try answer(R.schema.decode(R.self, from: node), store, environment, &json)
        })
    case .long:
      self.init(
        type, .read,
        .long { node, environment throws(CallbookError) in
          let request = try R.schema.decode(R.self, from: node)
          return { store throws(CallbookError) in
            var json = JSONWriter(reserving: 4096)
            try answer(request, store, environment, &json)
            return json.bytes
          }
        })
    }
  }

  package init<R: BackupRequest>(_ type: R.Type) {
    self.init(
      type, .upkeep,
      .upkeep { node, environment throws(CallbookError) in
        let request = try R.schema.decode(R.self, from: node)
        try Access.check(request, environment, in: nil)
        return { backups throws(CallbookError) in
          var json = JSONWriter(reserving: 1024)
          try WireEncoder.encode(try request.run(on: backups), into: &json)
          return json.bytes
        }
      })
  }

  package init<R: WriteRequest>(_ type: R.Type) {
    self.init(
      type, .write,
      .write { node, environment, check throws(CallbookError) in
        let request = try R.schema.decode(R.self, from: node)
        return Self.change(request, environment, check) {
          store, environment throws(CallbookError) in try request.run(in: store, environment)
        }
      })
  }

  package init<R: PreparedRequest>(_ type: R.Type) {
    self.init(
      type, .write,
      .write { node, environment, check throws(CallbookError) in
        let request = try R.schema.decode(R.self, from: node)
        let prepared = try request.prepare(environment)
        return Self.change(request, environment, check) {
          store, environment throws(CallbookError) in
          try request.run(prepared, in: store, environment)
        }
      })
  }

  private static func change<R: WriteRequest>(
    _ request: R, _ environment: Environment, _ check: CallerCheck,
    _ run: @escaping @Sendable (WriteTransaction, Environment) throws(CallbookError) -> R.Reply
  ) -> Change {
    Change(
      admit: { store throws(CallbookError) in
        try Access.check(request, check.confirm(environment, in: store), in: store)
      },
      work: { store throws(CallbookError) in
        let environment = try check.confirm(environment, in: store)
        let reply = try run(store, environment)
        var json = JSONWriter(reserving: 1024)
        try WireEncoder.encode(Access.visible(reply, to: environment.caller), into: &json)
        return json.bytes
      })
  }
}
