package import CallbookModel
import CallbookProtocol
import CallbookStore

/// What a change of a contact point answers.
package struct PointReply: Codable, Sendable, Equatable {
  package let contact: ContactID
  package let point: PointID
  /// The contact's revision.
  package let rev: Int64
}

extension WriteTransaction {
  /// Changes one point of a contact and what follows from it for the others.
  ///
  /// - Throws: `NOT_FOUND`, `REVISION_CONFLICT`, and what the change throws.
  func change(
    _ id: PointID, ifRev: Int64?, event: String, notes: [FieldChange] = [],
    _ change: (inout ContactPoint, inout Contact) throws(CallbookError) -> Void
  ) throws(CallbookError) -> PointReply {
    let old = try contact(holding: id)
    let id = try currentPoint(id)
    try Revision.check(ifRev, of: old)
    var new = old
    guard let place = new.points.firstIndex(where: { $0.id == id }) else { throw .noPoint(id) }
    var point = new.points[place]
    try change(&point, &new)
    new.points[place] = point
    let saved = try save(new, over: old, event: event, notes: notes)
    return PointReply(contact: saved.id, point: id, rev: saved.rev)
  }
}

extension Contact {
  /// Takes the preference from whichever point has it.
  mutating func preferNone() {
    for place in points.indices { points[place].isPreferred = false }
  }
}

extension CallbookError {
  static func noPoint(_ id: PointID) -> Self {
    CallbookError(
      .notFound, "there is no contact point \(id)", hint: "callbook contact card CONTACT")
  }

  static func pointRemoved(_ id: PointID) -> Self {
    CallbookError(
      .wrongState, "\(id) was removed", hint: "callbook point restore \(id)")
  }
}
