package import CallbookModel

/// What a text that somebody searches for may be a part of.
package enum SearchKeys {
  package struct Hit: Sendable, Equatable {
    package let id: ContactID
    /// By which key it was found.
    package let key: Key

    package init(id: ContactID, key: Key) {
      self.id = id
      self.key = key
    }
  }

  /// In the order in which hits are shown.
  package enum Key: Int, Sendable, Comparable {
    case id, wholeNumber, email, name, handle, tag, field, tail, formerNumber

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }
}

extension ReadTransaction {
  /// Contacts whose phone ends in the digits (尾号), oldest first; numbers that were removed last.
  package func contacts(
    withPhoneEnding digits: String, limit: Int
  ) throws(CallbookError) -> [SearchKeys.Hit] {
    let reversed = String(digits.reversed())
    return try sql.all(
      """
      SELECT p.contact, min(p.removed_at IS NOT NULL) AS former
      FROM (SELECT contact, removed_at FROM point
            WHERE digits >= ?1 AND digits < ?2 ORDER BY digits LIMIT 2000) p
        JOIN live_contact c ON c.id = p.contact
      GROUP BY p.contact ORDER BY former, p.contact LIMIT ?3
      """,
      { row in
        row.bind(reversed)
        // A colon follows the digit nine.
        row.bind(reversed + ":")
        row.bind(Int64(limit))
      },
      { row in
        SearchKeys.Hit(id: row.identifier(0), key: row.boolean(1) ? .formerNumber : .tail)
      })
  }

  /// Contacts with a point in use, other than a phone, whose normal form begins so or is this.
  package func contacts(
    withPoint normal: String, isPrefix: Bool, limit: Int
  ) throws(CallbookError) -> [SearchKeys.Hit] {
    try sql.all(
      """
      SELECT DISTINCT p.contact, p.kind FROM point p JOIN live_contact c ON c.id = p.contact
      WHERE p.digits IS NULL AND p.normal >= ?1 AND p.normal < ?2 AND p.removed_at IS NULL
      ORDER BY p.contact LIMIT ?3
      """,
      { row in
        row.bind(normal)
        // The first text that no longer begins so, or the next text after this one.
        row.bind(normal + (isPrefix ? "\u{10FFFF}" : "\u{1}"))
        row.bind(Int64(limit))
      },
      { row throws(CallbookError) in
        let kind: ContactPoint.Kind = try row.word(1)
        return SearchKeys.Hit(id: row.identifier(0), key: kind == .email ? .email : .handle)
      })
  }

  package func contacts(
    withTag tag: String, limit: Int
  ) throws(CallbookError) -> [SearchKeys.Hit] {
    try sql.all(
      """
      SELECT DISTINCT t.contact FROM contact_tag t JOIN live_contact c ON c.id = t.contact
      WHERE t.folded = ? ORDER BY t.contact LIMIT ?
      """,
      { row in
        row.bind(TextFolding.fold(tag))
        row.bind(Int64(limit))
      },
      { SearchKeys.Hit(id: $0.identifier(0), key: .tag) })
  }

  /// Contacts of which a custom field says just this, whatever its case and width.
  package func contacts(
    withFieldValue text: String, limit: Int
  ) throws(CallbookError) -> [SearchKeys.Hit] {
    guard try customFields().has(.contact) else { return [] }
    return try sql.all(
      """
      SELECT DISTINCT v.contact FROM contact_field v JOIN live_contact c ON c.id = v.contact
      WHERE v.folded = ? ORDER BY v.contact LIMIT ?
      """,
      { row in
        row.bind(TextFolding.fold(text))
        row.bind(Int64(limit))
      },
      { SearchKeys.Hit(id: $0.identifier(0), key: .field) })
  }

  /// Contacts whose name or company has the text in it, best match first.
  package func contacts(named text: String, limit: Int) -> [SearchKeys.Hit] {
    shared.names.search(text, limit: limit).map { SearchKeys.Hit(id: ContactID($0.id), key: .name) }
  }
}
