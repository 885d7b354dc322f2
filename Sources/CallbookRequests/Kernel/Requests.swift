package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// A request that is answered.
package protocol PermittedRequest: Request {
  static var permission: Permission { get }
}

/// A request that only looks. Its transaction has no method that writes.
package protocol ReadRequest: PermittedRequest {
  associatedtype Reply
  /// Whether it is answered where it arrives, or by a thread that takes its time.
  static var weight: ReadWeight { get }

  func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> Reply
}

/// How long a read may take.
package enum ReadWeight: Sendable {
  /// By id or by key: some 20 µs. It is answered on the event loop.
  case cheap
  /// Anything that grows with the store: it never delays a cheap one.
  case long
}

extension ReadRequest {
  package static var weight: ReadWeight { .cheap }
}

/// A request that changes something. It runs in a savepoint of its own, on the writer's thread.
package protocol WriteRequest: PermittedRequest {
  associatedtype Reply
  func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Reply
}

/// A change with work that needs no store, such as reading phone numbers: it is done before the
/// request waits for the writer.
package protocol PreparedRequest: WriteRequest {
  associatedtype Reply
  associatedtype Prepared: Sendable

  func prepare(_ environment: Environment) throws(CallbookError) -> Prepared

  func run(
    _ prepared: Prepared, in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Reply
}

extension PreparedRequest {
  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Reply {
    try run(prepare(environment), in: store, environment)
  }
}

/// A request about the connection itself; it touches no contact.
package protocol SessionRequest: PermittedRequest {
  associatedtype Reply
  func run(in session: Session, _ environment: Environment) throws(CallbookError) -> Reply
}

/// A reply that may hold what not everybody sees (DOMAIN S4).
///
/// The kernel asks every such reply, so that no request can forget to.
package protocol SensitiveReply {
  /// The reply as somebody sees it who owns some contacts and works at the counter as an agent.
  func redacted(for caller: Caller) -> Self
}
