package import CallbookModel
package import CallbookProtocol

/// Ends a subscription of the same connection.
package struct EventsUnsubscribe: SessionRequest {
  package static let method = "events.unsubscribe"
  package static let summary = "Ends a subscription of the same connection."
  package static let permission = Permission.everybody
  package static let errors: [Reason] = [.notFound]

  @Parameter(.positional, "The subscription's number.", in: 1...1_000_000)
  package var subscription: Int
  package init() {}

  package func run(
    in session: Session, _ environment: Environment
  ) throws(CallbookError) -> Pong {
    guard session.unsubscribe(subscription) else {
      throw CallbookError(.notFound, "this connection has no such subscription")
    }
    return Pong()
  }
}
