package import CallbookModel
package import CallbookStore

/// A request that changes something. It runs on the writer's thread, may run again when another fails, and
/// is taken back alone.
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
