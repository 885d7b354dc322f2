import CallbookModel

/// An agenda for a person's eyes: a grid of hours, or a list where there is no room for one.
struct AgendaPicture {
  /// Where output goes to no terminal: as wide as a page.
  private static let pageColumns = 80
  /// On a narrower terminal a column would have no room for a name.
  private static let narrowestGrid = 60

  private let agenda: Agenda
  private let layout: Layout
  private let texts: Texts

  init(_ agenda: Agenda, _ layout: Layout, _ texts: Texts) {
    self.agenda = agenda
    self.layout = layout
    self.texts = texts
  }

  var lines: [String] {
    let columns = layout.columns ?? Self.pageColumns
    var lines = layout.wrapped(title).map(layout.heading)
    guard agenda.minutes != nil else { return lines + layout.wrapped(texts.nothingBooked) }
    if columns < Self.narrowestGrid {
      lines += AgendaList(agenda, layout, texts).lines
    } else {
      lines += AgendaGrid(agenda, columns: columns, layout, texts).lines
      lines += ["", layout.dimmed(texts.agendaLegend)]
    }
    return lines
  }

  private var title: String {
    guard let first = agenda.days.first, let last = agenda.days.last else { return "" }
    guard first == last else { return texts.agendaWeek(first, last) }
    return texts.agendaDay(first, agenda.columns.first?.hours ?? .closed)
  }
}
