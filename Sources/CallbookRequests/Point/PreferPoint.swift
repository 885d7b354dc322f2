package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Makes a contact point the one that its contact wants to be reached at.
package struct PreferPoint: WriteRequest, ContactRequest {
  package static let method = "point.prefer"
  package static let summary =
    "Makes a contact point the one that its contact wants to be reached at."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .notOwner, .revisionConflict, .wrongState]
  package static let examples = [RequestExample("The email first", #"{"id":"m2"}"#)]

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
    try store.change(id, ifRev: ifRev, event: "point.preferred") {
      point, contact throws(CallbookError) in
      guard point.removedAt == nil else { throw .pointRemoved(id) }
      contact.preferNone()
      point.isPreferred = true
    }
  }
}
