import CallbookModel

/// The headings of a shop's own fields: their labels, as far as these are no other heading.
package struct FieldHeadings: Sendable {
  private static let mark = "field:"

  private let fields: [(key: String, label: String)]

  /// - Parameter fields: in the order of their columns.
  package init(_ fields: [(key: String, label: String)] = []) {
    self.fields = fields
  }

  package var keys: [String] { fields.map(\.key) }

  /// One for each field: what is read back as it.
  var headings: [String] {
    fields.map { field in
      let marked = Self.mark + field.key
      return [field.label, field.key].first { key(for: $0) == field.key } ?? marked
    }
  }

  /// The field that a heading names: by its label, by its key, and whatever else it may mean by
  /// `field:KEY`.
  func key(for heading: String) -> String? {
    let folded = TextFolding.fold(heading)
    if folded.hasPrefix(Self.mark) {
      return keys.first { $0 == folded.dropFirst(Self.mark.count) }
    }
    guard Heading(heading).column == .unknown else { return nil }
    let labelled = fields.filter { TextFolding.fold($0.label) == folded }
    return labelled.count == 1 ? labelled[0].key : keys.first { $0 == folded }
  }
}
