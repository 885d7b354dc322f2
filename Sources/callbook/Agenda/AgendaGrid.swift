import CallbookModel

/// Columns beside each other and a line for every half hour, or in a week for every hour.
///
/// It is drawn with ASCII alone: terminals in Chinese draw lines and dots two columns wide.
struct AgendaGrid {
  private static let timeCells = 5
  private static let gap = "  "
  /// A column is not made narrower: an id and the beginning of a name.
  private static let fewestCells = (day: 12, week: 8)
  /// In a narrower one only the id would be left beside a minute.
  private static let cellsWithMinute = 12
  /// Wider ones would only move the names apart.
  private static let mostCells = 36

  private struct Cell {
    enum Look {
      case plain, dimmed, now
    }

    var text = ""
    var look = Look.plain
  }

  private let agenda: Agenda
  private let columns: Int
  private let layout: Layout
  private let texts: Texts

  init(_ agenda: Agenda, columns: Int, _ layout: Layout, _ texts: Texts) {
    self.agenda = agenda
    self.columns = columns
    self.layout = layout
    self.texts = texts
  }

  /// As many columns beside each other as there is room for, the others below them.
  var lines: [String] {
    let fewest = agenda.arrangement == .day ? Self.fewestCells.week : Self.fewestCells.day
    let room = columns - Self.timeCells
    let most = max(room / (fewest + Self.gap.count), 1)
    // Spread evenly, so that none stands alone.
    let bands = max((agenda.columns.count + most - 1) / most, 1)
    let count = max((agenda.columns.count + bands - 1) / bands, 1)
    let width = min(room / count - Self.gap.count, Self.mostCells)
    return stride(from: 0, to: agenda.columns.count, by: count).flatMap { start in
      [""] + band(Array(agenda.columns[start..<min(start + count, agenda.columns.count)]), width)
    }
  }

  private func band(_ columns: [AgendaColumn], _ width: Int) -> [String] {
    guard let minutes = agenda.minutes else { return [] }
    var lines = [
      layout.heading(row("", columns.map { Cell(text: title(of: $0)) }, width, isPlain: true))
    ]
    for start in stride(from: minutes.lowerBound, to: minutes.upperBound, by: agenda.step) {
      let slot = start..<start + agenda.step
      lines.append(row(Agenda.clock(start), columns.map { cell($0, slot, width) }, width))
      let isNow = columns.contains { agenda.now(in: $0).map(slot.contains) ?? false }
      if isNow { lines.append(nowLine(columns, width)) }
    }
    return lines
  }

  private func title(of column: AgendaColumn) -> String {
    column.room.map { "\(column.title) (\($0))" } ?? column.title
  }

  private func nowLine(_ columns: [AgendaColumn], _ width: Int) -> String {
    let cells = columns.map { column in
      let isToday = agenda.now(in: column) != nil
      return Cell(text: isToday ? String(repeating: "-", count: width) : "", look: .now)
    }
    return row(Agenda.clock(agenda.now.minuteOfDay), cells, width)
  }

  private func cell(_ column: AgendaColumn, _ slot: Range<Int>, _ width: Int) -> Cell {
    let visits = column.visits(during: slot)
    let isFirst = slot.lowerBound == agenda.minutes?.lowerBound
    guard let running = visits.first else {
      return Cell(text: column.isOpen(during: slot) ? "." : "", look: .dimmed)
    }
    let room = column.room.map { ["\(column.mostAtOnce(during: slot))/\($0)"] } ?? []
    // What began before the first line is named in it.
    let named = visits.filter { isFirst || slot.contains($0.minutes.lowerBound) }
    // An appointment is not hidden by what else somebody has to do.
    guard let starting = named.first(where: \.item.isAppointment) ?? named.first else {
      var parts = ["|"] + room
      // The line below the name has room for what it is.
      let isSecond = running.minutes.lowerBound >= slot.lowerBound - agenda.step
      if isSecond, visits.count == 1, running.item.isAppointment {
        parts.append(agenda.details(of: running.item, texts))
      }
      return Cell(text: parts.joined(separator: " "))
    }
    let others = visits.count { visit in
      visit.item.id != starting.item.id
        && (visit.minutes.lowerBound >= slot.lowerBound || visit.minutes.overlaps(starting.minutes))
    }
    let minute = max(starting.minutes.lowerBound, slot.lowerBound)
    var parts = room
    if minute != slot.lowerBound, width >= Self.cellsWithMinute {
      parts.append(String(Agenda.clock(minute).suffix(3)))
    }
    if starting.item.isAppointment || others > 0 {
      parts.append(starting.item.id + (others > 0 ? "+\(others)" : ""))
    }
    parts.append(starting.item.who)
    return Cell(text: parts.joined(separator: " "))
  }

  /// - Parameter isPlain: for a line that gets its look as a whole.
  private func row(_ time: String, _ cells: [Cell], _ width: Int, isPlain: Bool = false) -> String {
    var line = CellWidth.padded(time, toCells: Self.timeCells)
    guard let last = cells.lastIndex(where: { !$0.text.isEmpty }) else {
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    for (place, cell) in cells[...last].enumerated() {
      let text = CellWidth.truncated(Layout.cell(cell.text), toCells: width)
      let space = place == last ? 0 : width - CellWidth.cells(of: text)
      line += Self.gap + (isPlain ? layout.isolated(text) : painted(text, cell.look))
      line += String(repeating: " ", count: max(space, 0))
    }
    return line
  }

  private func painted(_ text: String, _ look: Cell.Look) -> String {
    switch look {
    case .plain: layout.isolated(text)
    case .dimmed: layout.dimmed(text)
    case .now: layout.alerting(text)
    }
  }
}
