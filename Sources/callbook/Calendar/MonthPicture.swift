import CallbookModel

/// A month as a calendar on the wall shows it, with a mark on each day that differs from the week.
struct MonthPicture {
  /// Cells of a day: two digits, and two for a mark, which may be a Chinese character.
  private static let dayCells = 4
  private static let gap = " "
  /// Cells of a week.
  static let columns = 7 * dayCells + 6

  let month: CalendarPeriod.Month
  let kinds: [CalendarDate: DayKind]
  let texts: Texts

  /// Each is exactly as many cells wide as the picture.
  var lines: [String] {
    let title = texts.month(month.year, month.number)
    let space = max(0, (Self.columns - CellWidth.cells(of: title)) / 2)
    let head = [
      String(repeating: " ", count: space) + title, row(Weekday.allCases.map(texts.weekday)),
    ]
    return (head + weeks).map { CellWidth.padded($0, toCells: Self.columns) }
  }

  private var weeks: [String] {
    guard let first = month.days.first else { return [] }
    let cells =
      Array(repeating: "", count: first.weekday.rawValue - 1)
      + month.days.map { day in
        let number = day.day < 10 ? " \(day.day)" : "\(day.day)"
        return number + (kinds[day].map(texts.mark) ?? "")
      }
    return stride(from: 0, to: cells.count, by: 7).map { start in
      row(Array(cells[start..<min(start + 7, cells.count)]))
    }
  }

  private func row(_ cells: [String]) -> String {
    cells.map { CellWidth.padded($0, toCells: Self.dayCells) }.joined(separator: Self.gap)
  }
}
