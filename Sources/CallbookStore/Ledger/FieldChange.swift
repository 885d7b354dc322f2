import CallbookJSON

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
    guard let slash = field.utf8.firstIndex(of: 0x2F) else { return field }
    return String(field[..<slash])
  }
}

extension [FieldChange] {
  /// The changes as the detail table keeps them: `[["name",null,"…"],…]`.
  func written() -> String {
    var json = JSONWriter(reserving: 64 * count + 16)
    json.beginArray()
    for change in self {
      json.beginArray()
      json.value(change.field)
      json.value(change.before)
      json.value(change.after)
      json.endArray()
    }
    json.endArray()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
