import CallbookJSON
import CallbookModel
import CallbookProtocol

/// Describes every method, as an OpenRPC document.
package struct Discover: SessionRequest {
  package static let method = "rpc.discover"
  package static let summary = "Describes every method, as an OpenRPC document."
  package static let permission = Permission.everybody

  package init() {}

  package func run(in session: Session, _ environment: Environment) -> OpenRPCDocument {
    OpenRPCDocument(version: environment.services.version)
  }
}
