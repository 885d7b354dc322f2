package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Takes a contact point out of use; it stays in the history and can be restored.
package struct RemovePoint: WriteRequest, ContactRequest {
  package static let method = "point.remove"
  package static let summary =
    "Takes a contact point out of use; it stays in the history and can be restored."
  package static let permission = Permission.owner(or: [.service, .operations, .manager, .admin])
  package static let errors: [Reason] = [.notFound, .notOwner, .revisionConflict, .wrongState]
  package static let examples = [
    RequestExample("A number that changed", #"{"id":"m1","reason":"换号"}"#)
  ]

  @Parameter(.positional, "The contact point.") package var id: PointID
  @Parameter("Why it goes, for the history.", in: 1...500) package var reason: String?
  @Parameter("Only if the contact still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case id, reason
    case ifRev = "if_rev"
  }

  package func contactIDs(in store: ReadTransaction) throws(CallbookError) -> [ContactID] {
    [try store.contact(holding: id).id]
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> PointReply {
    try store.remove(id, reason: reason, ifRev: ifRev)
  }
}

extension WriteTransaction {
  /// - Throws: `NOT_FOUND`, `REVISION_CONFLICT`; `WRONG_STATE` when it was removed already.
  func remove(
    _ id: PointID, reason: String?, ifRev: Int64?
  ) throws(CallbookError) -> PointReply {
    let notes = reason.map { [FieldChange("reason", before: nil, after: $0)] } ?? []
    return try change(id, ifRev: ifRev, event: "point.removed", notes: notes) {
      point, _ throws(CallbookError) in
      guard point.removedAt == nil else { throw .pointRemoved(id) }
      point.isPreferred = false
      point.removedAt = at
    }
  }
}
