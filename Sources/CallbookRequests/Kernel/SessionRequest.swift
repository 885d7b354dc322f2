package import CallbookModel

/// A request about the connection itself; it touches no contact.
package protocol SessionRequest: PermittedRequest {
  associatedtype Reply
  func run(in session: Session, _ environment: Environment) throws(CallbookError) -> Reply
}
