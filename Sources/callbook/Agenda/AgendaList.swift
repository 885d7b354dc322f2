import CallbookModel

/// An agenda below each other, where there is no room beside: what is booked and what is free.
struct AgendaList {
  /// `09:00-10:00` behind a margin and before a gap.
  private static let timeCells = 15

  private let agenda: Agenda
  private let layout: Layout
  private let texts: Texts

  init(_ agenda: Agenda, _ layout: Layout, _ texts: Texts) {
    self.agenda = agenda
    self.layout = layout
    self.texts = texts
  }

  var lines: [String] { agenda.columns.flatMap { [""] + lines(of: $0) } }

  private func lines(of column: AgendaColumn) -> [String] {
    let name = column.room.map { "\(column.title) (\($0))" } ?? column.title
    let title = layout.wrapped(Layout.cell(name)).map(layout.isolated)
    var entries = column.visits.map { ($0.minutes, $0.item as AgendaItem?) }
    entries += column.free.map { ($0, nil) }
    entries.sort { ($0.0.lowerBound, $0.0.upperBound) < ($1.0.lowerBound, $1.0.upperBound) }
    guard !entries.isEmpty else {
      return title.map(layout.heading) + [layout.dimmed("  " + texts.shopClosed)]
    }
    var lines = title.map(layout.heading)
    var now = agenda.now(in: column)
    for (minutes, item) in entries {
      if let minute = now, minute < minutes.lowerBound {
        lines.append(nowLine(minute))
        now = nil
      }
      lines += self.lines(of: item, Agenda.span(minutes))
    }
    if let now { lines.append(nowLine(now)) }
    return lines
  }

  private func lines(of item: AgendaItem?, _ time: String) -> [String] {
    let head = CellWidth.padded("  " + time, toCells: Self.timeCells)
    guard let item else { return [layout.dimmed(head + texts.freeTime)] }
    let narrow = layout.indented(by: Self.timeCells)
    let details =
      item.isAppointment ? narrow.wrapped(Layout.cell(agenda.details(of: item, texts))) : []
    let text = narrow.wrapped(Layout.cell(item.label)) + details
    let margin = String(repeating: " ", count: Self.timeCells)
    return text.enumerated().map { number, line in
      (number == 0 ? head : margin) + layout.isolated(line)
    }
  }

  private func nowLine(_ minute: Int) -> String {
    layout.alerting("  \(Agenda.clock(minute)) -----")
  }
}
