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
  var owner: String? { Self.text(row.owner) }

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
        let made = try NewPoint(point, environment)
        guard !points.contains(where: { $0.address.isSame(as: made.address) }) else { continue }
        points.append(made.ranked(point.rank, after: points))
      } catch {
        violations += error.violations.map { Violation("/\(point.kind.rawValue)", $0.message) }
      }
    }
    self.points = points
    violations += Self.lengths(of: row, name: name)
    guard violations.isEmpty else {
      throw CallbookError(.invalidParams, "the row is wrong", violations: violations)
    }
  }

  /// - Parameter owner: of the row, found on the staff list.
  func contact(
    source: String?, owner: String?, in store: WriteTransaction
  ) throws(CallbookError) -> Contact {
    let fields = try store.customFields().validated(
      fromFile: row.fields, for: .contact, isNew: true)
    var contact = Contact(
      id: store.nextContactID(), uuid: row.uid.flatMap { UniqueID($0) } ?? store.newUniqueID(),
      kind: kind, name: name, title: Self.text(row.title), organisation: organisation,
      category: row.category ?? .merchant, tags: ContactTexts.unique(row.tags),
      status: row.status ?? .active, source: Self.text(row.source) ?? source,
      owner: owner, language: Self.text(row.language), reviewCycle: row.reviewCycle?.own,
      notes: Self.text(row.notes),
      fields: fields, createdAt: store.at, updatedAt: store.at)
    contact.points = points.map { $0.point(store.nextPointID()) }
    return contact
  }

  /// That somebody was reached, as the row says.
  var verification: Verification? {
    row.verifiedOn.map { Verification(on: $0, by: row.verifiedBy, how: row.verifiedHow) }
  }

  /// An organisation does not belong to itself.
  var organisation: String? {
    let text = Self.text(row.organisation)
    return kind == .organisation && text == name ? nil : text
  }

  /// Its own fields, as those of a contact that is there already.
  func fields(in store: ReadTransaction) throws(CallbookError) -> CustomFieldValues {
    try store.customFields().validated(fromFile: row.fields, for: .contact, isNew: false)
  }

  /// Trimmed; nil when nothing is left.
  static func text(_ text: String?) -> String? {
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
    if let language = text(row.language), language.unicodeScalars.count < 2 {
      violations.append(Violation("/language", "has less than 2 characters"))
    }
    for person in row.emergency
    where [person.name, person.phone, person.relation].allSatisfy({ text($0) == nil }) {
      violations.append(Violation("/emergency", "a person needs a name, a phone or a relation"))
    }
    for tag in row.tags where !ContactTexts.isTag(tag) {
      violations.append(Violation("/tags", "a tag must have 1 to 50 visible characters"))
    }
    return violations
  }
}

extension NewPoint {
  init(_ point: ImportPoint, _ environment: Environment) throws(CallbookError) {
    let address = try PointAddress(point.kind, point.value, environment)
    guard address.isStorable else {
      throw CallbookError(
        .invalidParams, "a contact point is wrong",
        violations: [Violation("/value", "has more than 500 characters, or 20 of an extension")])
    }
    self.init(
      address: address, label: point.label,
      rank: point.rank ?? .primary, isPreferred: point.preferred, consent: point.consent,
      doNotUse: point.doNotUse, quietHours: point.quietHours, verifiedOn: point.verifiedOn,
      verifiedBy: point.verifiedBy, verifiedHow: point.verifiedHow)
  }

  /// The same number typed twice is one point, the first of a kind is primary when nothing else is
  /// said, and at most one is preferred.
  fileprivate func ranked(_ rank: ContactPoint.Rank?, after kept: [NewPoint]) -> NewPoint {
    let isFirst = !kept.contains { $0.address.kind == address.kind }
    return NewPoint(
      address: address, label: label, rank: rank ?? (isFirst ? .primary : .backup),
      isPreferred: isPreferred && !kept.contains(where: \.isPreferred), consent: consent,
      doNotUse: doNotUse, quietHours: quietHours, verifiedOn: verifiedOn, verifiedBy: verifiedBy,
      verifiedHow: verifiedHow)
  }
}

extension PointAddress {
  /// Whether it is within the bounds of the store.
  fileprivate var isStorable: Bool {
    value.unicodeScalars.count <= 500 && normal.unicodeScalars.count <= 500
      && (extensionDigits?.utf8.count ?? 0) <= 20
  }
}
