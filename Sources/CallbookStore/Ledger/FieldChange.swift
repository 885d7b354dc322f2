/// What one field was and became. Both sides are text, as the store or the wire would write them.
package struct FieldChange: Sendable, Equatable, Codable {
  /// The field's name; `points/m3/value` for a part of a point.
  package let field: String
  /// nil when there was nothing.
  package let before: String?
  /// nil when there is nothing left.
  package let after: String?

  package init(_ field: String, before: String?, after: String?) {
    self.field = field
    self.before = before
    self.after = after
  }

  /// The field as the ledger's chain names it: without the numbers of parts.
  var ledgerName: String {
    var field = field
    // As bytes: a search by indices of a text takes several times as long.
    return field.withUTF8 { bytes in
      String(decoding: bytes.prefix { $0 != 0x2F }, as: UTF8.self)
    }
  }
}
