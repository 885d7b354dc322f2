import CallbookModel
package import CallbookProtocol

/// Answers at once; touches no store.
package struct Ping: SessionRequest {
  package static let method = "rpc.ping"
  package static let summary = "Answers at once; touches no store."
  package static let permission = Permission.everybody
  package static let examples = [RequestExample("Anybody there?", "{}")]

  package init() {}

  package func run(in session: Session, _ environment: Environment) -> Pong { Pong() }
}

/// The answer to a ping.
package struct Pong: Codable, Sendable, Equatable {
  package var pong = true
}
