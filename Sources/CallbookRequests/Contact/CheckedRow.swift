import CallbookModel
import CallbookStore

/// An import row that was checked before it reached the writer.
package struct CheckedRow: Sendable {
  let line: Int
  /// What to add, or everything that is wrong with the row.
  let content: Result<CheckedDraft, CallbookError>

  init(_ row: ImportRow, _ environment: Environment) {
    line = row.line
    do throws(CallbookError) {
      content = .success(try CheckedDraft(row, environment))
    } catch {
      content = .failure(error)
    }
  }
}

/// A contact of an import that can be stored.
struct CheckedDraft: Sendable {
  let row: ImportRow
  let name: String
  let kind: ContactKind
  let points: [NewPoint]

  var uid: String? { row.uid }

  /// - Throws: violations at every member that is wrong.
  init(_ row: ImportRow, _ environment: Environment) throws(CallbookError) {
    self.row = row
    let named = TextFolding.trimmed(row.name)
    let organisation = TextFolding.trimmed(row.organisation ?? "")
    // A row with a company and no person is the company.
    name = named.isEmpty ? organisation : named
    kind = row.kind ?? (named.isEmpty && !organisation.isEmpty ? .organisation : .person)
    var violations: [Violation] = []
    var points: [NewPoint] = []
    for point in row.points {
      do throws(CallbookError) {
        points.append(try NewPoint(point, environment))
      } catch {
        violations += error.violations.map { Violation("/\(point.kind.rawValue)", $0.message) }
      }
    }
    self.points = points.withoutRepetitions
    violations += Self.lengths(of: row, name: name)
    guard violations.isEmpty else {
      throw CallbookError(.invalidParams, "the row is wrong", violations: violations)
    }
  }

  var emergency: [EmergencyContact] {
    row.emergency.enumerated().map { place, person in
      EmergencyContact(
        place: place + 1, name: person.name, phone: person.phone, relation: person.relation)
    }
  }

  /// The contact that this row was imported as before, or that says the same.
  func known(in store: ReadTransaction) throws(CallbookError) -> ContactID? {
    if let uid, let known = try store.contact(importedAs: uid) { return known }
    let numbers = points.map(\.address).filter { $0.kind == .phone || $0.kind == .email }
    for number in numbers {
      // Points that were removed since then count: they are not to come back with the file.
      for id in try store.contacts(everHaving: number.normal, number.kind) {
        guard let contact = try store.contactIfLive(id) else { continue }
        // One that was merged away comes back with every file it was in.
        let names = try store.names(of: contact).map { TextFolding.fold($0) }
        if names.contains(TextFolding.fold(name)) { return id }
      }
    }
    return numbers.isEmpty ? try knownByName(in: store) : nil
  }

  /// A row without a phone and an email says nothing new if a contact of the same name and company
  /// has everything that stands in it. With another number it may be somebody else of that name.
  private func knownByName(in store: ReadTransaction) throws(CallbookError) -> ContactID? {
    let key = NameKey(kind: kind, name: name, company: organisation)
    for id in try store.contacts(named: key) {
      guard let contact = try store.contactOrSurvivor(id, withRemoved: true) else { continue }
      let isAllThere = points.allSatisfy { point in
        contact.points.contains { point.address.isSame(as: $0) }
      }
      if isAllThere { return contact.id }
    }
    return nil
  }

  func contact(source: String?, in store: WriteTransaction) -> Contact {
    var contact = Contact(
      id: store.nextContactID(), uuid: row.uid.flatMap { UniqueID($0) } ?? store.newUniqueID(),
      kind: kind, name: name, title: Self.text(row.title), organisation: organisation,
      category: row.category ?? .merchant, tags: ContactTexts.unique(row.tags),
      status: row.status ?? .active, source: Self.text(row.source) ?? source,
      language: Self.text(row.language), notes: Self.text(row.notes), createdAt: store.at,
      updatedAt: store.at)
    contact.points = points.map { $0.point(store.nextPointID()) }
    return contact
  }

  private var organisation: String? {
    kind == .organisation ? nil : Self.text(row.organisation)
  }

  private static func text(_ text: String?) -> String? {
    guard let text else { return nil }
    let trimmed = TextFolding.trimmed(text)
    return trimmed.isEmpty ? nil : trimmed
  }

  private static func lengths(of row: ImportRow, name: String) -> [Violation] {
    let limits: [(String, String?, Int)] = [
      ("name", name, 200), ("title", row.title, 100), ("organisation", row.organisation, 200),
      ("source", row.source, 100), ("language", row.language, 35), ("notes", row.notes, 4000),
    ]
    var violations = limits.compactMap { field, text, most -> Violation? in
      guard let text, text.unicodeScalars.count > most else { return nil }
      return Violation("/\(field)", "has more than \(most) characters")
    }
    if name.isEmpty {
      violations.append(Violation("/name", "there is neither a name nor a company"))
    }
    for tag in row.tags where !ContactTexts.isTag(tag) {
      violations.append(Violation("/tags", "a tag must have 1 to 50 visible characters"))
    }
    return violations
  }
}

extension NewPoint {
  init(_ point: ImportPoint, _ environment: Environment) throws(CallbookError) {
    self.init(
      address: try PointAddress(point.kind, point.value, environment), label: point.label,
      rank: .primary, isPreferred: point.preferred, consent: .unknown,
      doNotUse: false, quietHours: nil, verifiedOn: nil)
  }
}

extension [NewPoint] {
  /// The same number typed twice is one point, and at most one is preferred.
  fileprivate var withoutRepetitions: [NewPoint] {
    var kept: [NewPoint] = []
    for point in self
    where !kept.contains(where: {
      $0.address.kind == point.address.kind && $0.address.normal == point.address.normal
        && $0.address.extensionDigits == point.address.extensionDigits
    }) {
      let isPreferred = point.isPreferred && !kept.contains { $0.isPreferred }
      kept.append(
        NewPoint(
          address: point.address, label: point.label,
          rank: kept.contains { $0.address.kind == point.address.kind } ? .backup : .primary,
          isPreferred: isPreferred, consent: point.consent, doNotUse: point.doNotUse,
          quietHours: point.quietHours, verifiedOn: point.verifiedOn))
    }
    return kept
  }
}
