import CallbookModel

/// Columns that line up by the cells that a terminal gives each character.
struct Table {
  private static let gap = 2
  /// A column is not made narrower than this while there are wider ones.
  private static let narrowest = 6

  let headings: [String]
  private(set) var rows: [[String]] = []

  init(_ headings: [String]) {
    self.headings = headings
  }

  /// - Parameter cells: text from outside, as it is.
  mutating func add(_ cells: [String]) {
    rows.append(cells.map(Layout.cell))
  }

  /// The lines of it. Columns in which no row has anything are left out.
  func lines(_ layout: Layout) -> [String] {
    let shown = headings.indices.filter { place in rows.contains { !$0[place].isEmpty } }
    let cells = [headings] + rows
    let widths = fitted(
      shown.map { place in cells.map { CellWidth.cells(of: $0[place]) }.max() ?? 0 }, layout)
    return cells.enumerated().map { number, row in
      let line = zip(shown, widths).map { place, width in
        CellWidth.padded(CellWidth.truncated(row[place], toCells: width), toCells: width)
      }.joined(separator: String(repeating: " ", count: Self.gap))
      let trimmed = String(line.reversed().drop { $0 == " " }.reversed())
      return number == 0 ? layout.heading(trimmed) : trimmed
    }
  }

  /// Takes from the widest columns until all fit the terminal.
  private func fitted(_ widths: [Int], _ layout: Layout) -> [Int] {
    guard let columns = layout.columns else { return widths }
    var widths = widths
    var excess = widths.reduce(0, +) + Self.gap * max(0, widths.count - 1) - columns
    while excess > 0, let widest = widths.max(), widest > Self.narrowest,
      let place = widths.lastIndex(of: widest)
    {
      widths[place] -= 1
      excess -= 1
    }
    return widths
  }
}
