package import CallbookModel

/// Which contacts a list is of. Every condition that is given must hold.
package struct ContactFilter: Sendable {
  package var kind: ContactKind?
  package var category: ContactCategory?
  package var status: ContactStatus?
  package var owner: String?
  package var source: String?
  package var tag: String?
  package var organisation: ContactID?
  /// Each of them has this value, but for case and width.
  package var fields = CustomFieldValues()

  package init() {}
}

extension ReadTransaction {
  private static let hasValue = """
    c.id IN (SELECT contact FROM contact_field
      WHERE folded = ? AND field = (SELECT id FROM custom_field WHERE key = ?))
    """

  /// Live contacts in the order of their ids.
  ///
  /// - Parameter after: the last contact of the page before.
  package func contacts(
    _ filter: ContactFilter, after: ContactID?, limit: Int
  ) throws(CallbookError) -> [Contact] {
    var conditions = ["c.id > ?"]
    var texts: [String] = []
    func require(_ condition: String, _ text: String?) {
      guard let text else { return }
      conditions.append(condition)
      texts.append(text)
    }
    require("c.kind = ?", filter.kind?.rawValue)
    require("c.category = ?", filter.category?.rawValue)
    require("c.status = ?", filter.status?.rawValue)
    require("c.owner = (SELECT id FROM staff WHERE user = ?)", filter.owner)
    require("c.source = ?", filter.source)
    require(
      "c.id IN (SELECT contact FROM contact_tag WHERE folded = ?)",
      filter.tag.map { TextFolding.fold($0) })
    require("c.organisation_id = CAST(? AS INTEGER)", filter.organisation.map { String($0.number) })
    for entry in filter.fields.entries {
      conditions.append(Self.hasValue)
      texts += [TextFolding.fold(entry.value.storedText), entry.key]
    }
    let statement = try sql.prepare(
      composed: """
        SELECT c.id FROM live_contact c WHERE \(conditions.joined(separator: " AND "))
        ORDER BY c.id LIMIT ?
        """)
    let ids: [ContactID] = try sql.all(
      statement,
      { row in
        row.bind(after?.number ?? 0)
        for text in texts { row.bind(text) }
        row.bind(Int64(limit))
      }, { $0.identifier(0) })
    var contacts: [Contact] = []
    for id in ids { contacts.append(try contact(id)) }
    return contacts
  }
}
