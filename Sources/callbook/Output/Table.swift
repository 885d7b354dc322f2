import CallbookModel

/// Columns that line up by the cells that a terminal gives each character.
struct Table {
  private static let gap = 2
  /// A column is not made narrower than this while there are wider ones.
  private static let narrowest = 6
  /// What is worth nothing when its end is missing: these columns are cut last.
  private static let essential: Set = ["id", "seq", "phone", "value", "command"]

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
    let widths = fitted(shown, cells, layout)
    return cells.enumerated().map { number, row in
      let line = zip(shown, widths).map { place, width in
        CellWidth.padded(CellWidth.truncated(row[place], toCells: width), toCells: width)
      }.joined(separator: String(repeating: " ", count: Self.gap))
      let trimmed = String(line.reversed().drop { $0 == " " }.reversed())
      return number == 0 ? layout.heading(trimmed) : trimmed
    }
  }

  /// Takes from the widest columns until all fit the terminal, from essential ones only when the
  /// others have nothing left to give.
  private func fitted(_ shown: [Int], _ cells: [[String]], _ layout: Layout) -> [Int] {
    var widths = shown.map { place in cells.map { CellWidth.cells(of: $0[place]) }.max() ?? 0 }
    guard let columns = layout.columns else { return widths }
    let essential = shown.map { Self.essential.contains(headings[$0]) }
    for areEssential in [false, true] {
      var excess = widths.reduce(0, +) + Self.gap * max(0, widths.count - 1) - columns
      let places = widths.indices.filter { essential[$0] == areEssential }
      while excess > 0, let widest = places.max(by: { widths[$0] < widths[$1] }),
        widths[widest] > Self.narrowest
      {
        widths[widest] -= 1
        excess -= 1
      }
    }
    return widths
  }
}
