import CallbookModel

/// Counts with bars behind them, which line up by the cells that a terminal gives each character.
struct BarChart {
  private static let gap = "  "
  /// Longer says no more.
  private static let widestBar = 40
  /// Shorter ones say nothing: the numbers stand alone then.
  private static let narrowestBar = 8

  private var lines: [(label: String, count: Int64, note: String)] = []

  var isEmpty: Bool { lines.isEmpty }

  /// - Parameter note: stands between count and bar.
  mutating func add(_ label: String, _ count: Int64, note: String = "") {
    lines.append((Layout.cell(label), count, note))
  }

  func lines(_ layout: Layout) -> [String] {
    let most = lines.map(\.count).max() ?? 0
    let counts = lines.map { String($0.count) }
    let numberWidth = counts.map(\.utf8.count).max() ?? 0
    let noteWidth = lines.map { CellWidth.cells(of: $0.note) }.max() ?? 0
    var labelWidth = lines.map { CellWidth.cells(of: $0.label) }.max() ?? 0
    let numbers = Self.gap.count + numberWidth + (noteWidth > 0 ? Self.gap.count + noteWidth : 0)
    var barWidth = Self.widestBar
    if let columns = layout.columns {
      labelWidth = min(labelWidth, max(1, columns - numbers))
      barWidth = min(barWidth, columns - labelWidth - numbers - Self.gap.count)
    }
    return zip(lines, counts).map { line, count in
      let label = CellWidth.truncated(line.label, toCells: labelWidth)
      var text = CellWidth.padded(label, toCells: labelWidth) + Self.gap
      text += String(repeating: " ", count: numberWidth - count.utf8.count) + count
      if noteWidth > 0 {
        let space = String(repeating: " ", count: noteWidth - CellWidth.cells(of: line.note))
        text += Self.gap + space + line.note
      }
      guard barWidth >= Self.narrowestBar, line.count > 0 else { return text }
      return text + Self.gap + Self.bar(line.count, of: most, width: barWidth)
    }
  }

  /// Of characters that every terminal has, one cell wide in every one; at least one for what is there.
  private static func bar(_ count: Int64, of most: Int64, width: Int) -> String {
    let cells = (count * Int64(width) + most / 2) / most
    return String(repeating: "#", count: max(1, Int(cells)))
  }
}
