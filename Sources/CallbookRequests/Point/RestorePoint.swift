package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Puts a removed contact point back into use.
package struct RestorePoint: WriteRequest, ContactRequest {
  package static let method = "point.restore"
  package static let summary = "Puts a removed contact point back into use."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [
    .notFound, .notOwner, .revisionConflict, .nothingToRestore,
  ]
  package static let examples = [RequestExample("It works again", #"{"id":"m3"}"#)]

  @Parameter(.positional, "The contact point.") package var id: PointID
  @Parameter("Only if the contact still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id
    case ifRev = "if_rev"
  }

  package func contactIDs(in store: ReadTransaction) throws(CallbookError) -> [ContactID] {
    [try store.contact(holding: id).id]
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> PointReply {
    try store.change(id, ifRev: ifRev, event: "point.restored") { point, _ throws(CallbookError) in
      guard point.removedAt != nil else {
        throw CallbookError(.nothingToRestore, "\(id) was not removed")
      }
      point.removedAt = nil
    }
  }
}
