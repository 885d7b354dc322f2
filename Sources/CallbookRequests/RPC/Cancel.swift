package import CallbookModel
package import CallbookProtocol

/// Takes back a request of the same connection that has not begun.
package struct Cancel: SessionRequest {
  package static let method = "rpc.cancel"
  package static let summary = "Takes back a request of the same connection that has not begun."
  package static let permission = Permission.everybody
  package static let errors: [Reason] = [.notFound]

  @Parameter(
    .positional, "The request's id, as it was sent; a string with its quotes.", in: 1...128)
  package var request: String
  package init() {}

  package func run(
    in session: Session, _ environment: Environment
  ) throws(CallbookError) -> Pong {
    guard session.cancel(Array(request.utf8)) else {
      throw CallbookError(.notFound, "no request with this id is in flight on this connection")
    }
    return Pong()
  }
}
