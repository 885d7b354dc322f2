import CallbookModel

/// Rows of columns that line up by the cells that a terminal gives each character; on a terminal too
/// narrow for that, a block of names and values for each row.
struct Table {
  private static let gap = 2
  /// A column is not made narrower than this; on a narrow terminal less would be left than is cut.
  private static func narrowest(_ columns: Int) -> Int { columns < 60 ? 12 : 6 }
  /// What is worth nothing when its end is missing: these columns are never cut.
  private static let essential: Set = [
    "id", "seq", "phone", "value", "command", "at", "check", "fix",
  ]

  /// The members that the columns show.
  let columns: [String]
  private let titles: [String]?
  private(set) var rows: [[String]] = []

  /// - Parameter titles: where the columns show no members.
  init(_ columns: [String], titles: [String]? = nil) {
    self.columns = columns
    self.titles = titles
  }

  /// - Parameter cells: text from outside, as it is.
  mutating func add(_ cells: [String]) {
    rows.append(cells.map(Layout.cell))
  }

  /// The lines of it. Columns in which no row has anything are left out.
  func lines(_ layout: Layout, _ texts: Texts, hasHeadings: Bool = true) -> [String] {
    let shown = columns.indices.filter { place in rows.contains { !$0[place].isEmpty } }
    let titles = titles ?? columns.map { texts.title(of: $0) }
    let cells = (hasHeadings ? [titles] : []) + rows
    guard let widths = fitted(shown, cells, layout) else { return records(shown, titles, layout) }
    return cells.enumerated().map { number, row in
      let line = zip(shown, widths).map { place, width in
        let text = CellWidth.truncated(row[place], toCells: width)
        let space = String(repeating: " ", count: max(0, width - CellWidth.cells(of: text)))
        return layout.isolated(text) + space
      }.joined(separator: String(repeating: " ", count: Self.gap))
      let trimmed = String(line.reversed().drop { $0 == " " }.reversed())
      return number == 0 && hasHeadings ? layout.heading(trimmed) : trimmed
    }
  }

  /// Takes from the widest columns until all fit the terminal.
  ///
  /// - Returns: nil when they do not fit without cutting what may not be cut.
  private func fitted(_ shown: [Int], _ cells: [[String]], _ layout: Layout) -> [Int]? {
    var widths = shown.map { place in cells.map { CellWidth.cells(of: $0[place]) }.max() ?? 0 }
    guard let columns = layout.columns else { return widths }
    var excess = widths.reduce(0, +) + Self.gap * max(0, widths.count - 1) - columns
    let places = widths.indices.filter { !Self.essential.contains(self.columns[shown[$0]]) }
    while excess > 0, let widest = places.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > Self.narrowest(columns)
    {
      widths[widest] -= 1
      excess -= 1
    }
    return excess > 0 ? nil : widths
  }

  /// Each row by itself: its first two values as a heading, below it the others with their names.
  private func records(_ shown: [Int], _ titles: [String], _ layout: Layout) -> [String] {
    rows.flatMap { row in
      let front = shown.prefix(2).map { row[$0] }.filter { !$0.isEmpty }
      let head = layout.wrapped(front.joined(separator: "  "))
      let lines =
        head.count > 1
        ? head.map(layout.isolated) : [front.map(layout.isolated).joined(separator: "  ")]
      var fields = FieldList()
      for place in shown.dropFirst(2) where !row[place].isEmpty {
        fields.add(titles[place], row[place])
      }
      return lines.map(layout.heading) + fields.lines(layout, indent: 2)
    }
  }
}
