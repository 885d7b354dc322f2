package import CallbookModel
package import CallbookStore

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
