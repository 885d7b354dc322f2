import CallbookModel
import CallbookProtocol
import CallbookStore

/// What is changed with a review: requests that run as parts of its answer.
package struct ReviewCorrections: Sendable {
  private let edit: EditContact?
  private let added: [NewPoint]
  private let edited: [(request: EditPoint, readings: EditPoint.Readings)]
  private let removed: [PointID]
  /// Why points go, for the history.
  private let reason: String?
  private let emergency: SetEmergency?
  private let people: [(request: AddContact, points: [NewPoint])]

  /// - Throws: what is wrong with any of them, at its place in the answer.
  init(of answer: AnswerReview, _ environment: Environment) throws(CallbookError) {
    edit = answer.edit
    added = try Self.within("add_points") { () throws(CallbookError) in
      try answer.addPoints.prepared(environment)
    }
    edited = answer.editPoints.map { ($0, $0.prepare(environment)) }
    removed = answer.removePoints
    reason = answer.reason
    emergency = answer.emergency
    var people: [(AddContact, [NewPoint])] = []
    for (place, person) in answer.addContacts.enumerated() {
      let points = try Self.within("add_contacts/\(place)/points") { () throws(CallbookError) in
        try person.prepare(environment)
      }
      people.append((person, points))
    }
    self.people = people
  }

  var isAny: Bool {
    edit != nil || !added.isEmpty || !edited.isEmpty || !removed.isEmpty || emergency != nil
      || !people.isEmpty
  }

  /// - Returns: the contacts that were added.
  /// - Throws: what any of them throws; `INVALID_PARAMS` for one that is about another contact.
  func make(
    in store: WriteTransaction, of contact: ContactID, _ environment: Environment
  ) throws(CallbookError) -> [ContactID] {
    try checkContact(contact, in: store)
    if let edit { _ = try edit.run(in: store, environment) }
    for point in removed { _ = try store.remove(point, reason: reason, ifRev: nil) }
    for (request, readings) in edited { _ = try request.run(readings, in: store, environment) }
    for point in added { _ = try store.add(point, to: contact, ifRev: nil) }
    if let emergency { _ = try emergency.run(in: store, environment) }
    return try people.map { person throws(CallbookError) in
      try person.request.run(person.points, in: store, environment).id
    }
  }

  /// Whoever may answer the review may change its contact by it, and no other.
  private func checkContact(
    _ contact: ContactID, in store: WriteTransaction
  ) throws(CallbookError) {
    var violations: [Violation] = []
    func require(_ id: ContactID?, _ pointer: String) throws(CallbookError) {
      let live = try id.flatMap { id throws(CallbookError) in try store.survivor(of: id) }
      if live != contact {
        violations.append(Violation(pointer, "is not about \(contact), whose review this is"))
      }
    }
    if let edit { try require(edit.id, "/edit/id") }
    if let emergency { try require(emergency.contact, "/emergency/contact") }
    for (place, point) in edited.enumerated() {
      try require(try store.contact(holding: point.request.id).id, "/edit_points/\(place)/id")
    }
    for (place, point) in removed.enumerated() {
      try require(try store.contact(holding: point).id, "/remove_points/\(place)")
    }
    guard violations.isEmpty else {
      throw CallbookError(
        .invalidParams, "a review changes its own contact only", violations: violations)
    }
  }

  /// What is wrong, told at its place in the answer.
  private static func within<Value>(
    _ place: String, _ body: () throws(CallbookError) -> Value
  ) throws(CallbookError) -> Value {
    do throws(CallbookError) {
      return try body()
    } catch {
      var placed = error
      placed.violations = error.violations.map { violation in
        let rest = violation.pointer.hasPrefix("/points") ? violation.pointer.dropFirst(7) : ""
        return Violation("/\(place)\(rest)", violation.message)
      }
      throw placed
    }
  }
}

extension EditContact: ObjectParameter {}
extension EditPoint: ObjectParameter {}
extension SetEmergency: ObjectParameter {}
extension AddContact: ObjectParameter {}
