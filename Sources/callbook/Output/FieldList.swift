import CallbookModel

/// Names and values below each other, the values in a column of their own.
struct FieldList {
  /// Beside a name longer than this the values would be squeezed: they go below it.
  private static let widestName = 24
  private static let gap = 2

  private(set) var fields: [(name: String, value: String)] = []

  /// - Parameter value: text from outside, as it is.
  mutating func add(_ name: String, _ value: String) {
    fields.append((Layout.cell(name), Layout.cell(value)))
  }

  /// - Parameter indent: cells before each line.
  func lines(_ layout: Layout, indent: Int = 0) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let width = min(fields.map { CellWidth.cells(of: $0.name) }.max() ?? 0, Self.widestName)
    let hang = String(repeating: " ", count: indent + width + Self.gap)
    return fields.flatMap { field in
      let name = margin + CellWidth.padded(field.name, toCells: width)
      let values = layout.indented(by: hang.count).wrapped(field.value).map(layout.isolated)
      guard let first = values.first else { return [name] }
      return [name + String(repeating: " ", count: Self.gap) + first]
        + values.dropFirst().map { hang + $0 }
    }
  }
}
