/// The headings of a table and what its columns mean.
struct HeadingRow {
  let headings: [String]
  let columns: [Column]

  /// - Parameter cells: the first row that may be one; nil when it is none.
  init?(_ cells: [String], _ fields: FieldHeadings = FieldHeadings()) {
    var columns: [Column] = []
    var known = 0
    var hasName = false
    for cell in cells {
      if let key = fields.key(for: cell), !columns.contains(.field(key)) {
        columns.append(.field(key))
        known += 1
        continue
      }
      let heading = Heading(cell)
      let column = Self.placed(heading, after: columns)
      columns.append(column)
      guard heading.column != .unknown else { continue }
      known += 1
      switch column {
      case .name, .givenName, .familyName, .organisation: hasName = true
      default: break
      }
    }
    // A row of data may have a cell or two that are also headings (商户, 电话), but then not half of
    // its cells are, and some cell has a number.
    let filled = cells.count { !$0.isEmpty }
    let hasNumber = cells.contains { NumberCell.digitCount($0) >= 5 }
    guard hasName, known * 2 >= filled || (known > 1 && !hasNumber) else { return nil }
    headings = cells
    self.columns = columns
  }

  /// Numbers points in their order, and refuses a second column of what there is only one of.
  private static func placed(_ heading: Heading, after columns: [Column]) -> Column {
    let column = heading.column
    if !column.isRepeatable, columns.contains(column) { return .unknown }
    switch column {
    case .point(let kind, _, _):
      let before = columns.count { if case .point(kind, _, _) = $0 { true } else { false } }
      return column.numbered(before + 1)
    case .pointLabel(let kind, _):
      let before = columns.count { if case .pointLabel(kind, _) = $0 { true } else { false } }
      return column.numbered(heading.number ?? before + 1)
    case .emergency, .emergencyPhone, .emergencyRelation:
      return column.numbered(heading.number ?? 1)
    default: return column
    }
  }
}
