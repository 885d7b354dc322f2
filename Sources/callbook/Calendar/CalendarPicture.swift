import CallbookJSON
import CallbookModel

/// The work calendar of a month or a year for a person's eyes.
struct CalendarPicture {
  private static let gap = "   "
  /// Where output goes to no terminal: as wide as a page.
  private static let pageColumns = 80

  private let run: Run
  private let period: CalendarPeriod
  private let reply: JSONNode
  private let days: [(date: CalendarDate, kind: DayKind, hours: String, name: String?)]

  init(_ run: Run, _ period: CalendarPeriod, _ reply: JSONNode) {
    self.run = run
    self.period = period
    self.reply = reply
    days = (reply["days"]?.elements.map { $0 } ?? []).compactMap { day in
      guard let date = day["date"]?.string.flatMap({ CalendarDate($0) }),
        let kind = day["kind"]?.string.flatMap({ DayKind(rawValue: $0) })
      else { return nil }
      return (date, kind, day["hours"]?.string ?? "", day["name"]?.string)
    }
  }

  func say() {
    sayMonths()
    sayDifferences()
    run.say("")
    let week = run.texts.pair(run.texts.title(of: "week"), reply["week"]?.string ?? "")
    for line in run.layout.wrapped(week) { run.say(line) }
    sayUnknown()
  }

  /// As many months beside each other as there is room for; none on a terminal too narrow for one.
  private func sayMonths() {
    let columns = run.layout.columns ?? Self.pageColumns
    let width = MonthPicture.columns + Self.gap.count
    let count = (columns + Self.gap.count) / width
    guard count > 0 else { return }
    let kinds = Dictionary(days.map { ($0.date, $0.kind) }) { first, _ in first }
    let pictures = period.months.map {
      MonthPicture(month: $0, kinds: kinds, texts: run.texts).lines
    }
    let blank = String(repeating: " ", count: MonthPicture.columns)
    for start in stride(from: 0, to: pictures.count, by: count) {
      let row = pictures[start..<min(start + count, pictures.count)]
      if start > 0 { run.say("") }
      for line in 0..<(row.map(\.count).max() ?? 0) {
        let text = row.map { line < $0.count ? $0[line] : blank }.joined(separator: Self.gap)
        let trimmed = String(text.reversed().drop { $0 == " " }.reversed())
        run.say(line == 0 ? run.layout.heading(trimmed) : trimmed)
      }
    }
  }

  /// Days on end that are the same for the same reason are one line.
  private func sayDifferences() {
    var table = Table(["id", "kind", "name", "hours"], titles: ["", "", "", ""])
    var place = 0
    while place < days.count {
      let first = days[place]
      var last = first.date
      place += 1
      while place < days.count, days[place].kind == first.kind, days[place].hours == first.hours,
        days[place].name == first.name,
        days[place].date == last.advanced(byDays: 1)
      {
        last = days[place].date
        place += 1
      }
      let span = first.date == last ? "\(first.date)" : "\(first.date)/\(last)"
      let words = run.texts.mark(first.kind) + " " + run.texts.meaning(first.kind)
      table.add([span, words, first.name ?? "", first.hours == "closed" ? "" : first.hours])
    }
    guard !table.rows.isEmpty else { return }
    if run.layout.columns ?? Self.pageColumns >= MonthPicture.columns { run.say("") }
    for line in table.lines(run.layout, run.texts, hasHeadings: false) { run.say(line) }
  }

  private func sayUnknown() {
    let known = Set((reply["years"]?.elements.map { $0 } ?? []).compactMap { $0["year"]?.integer })
    let shown = Set(period.months.map { Int64($0.year) })
    let missing = (reply["missing"]?.elements.map { $0 } ?? []).compactMap(\.integer)
    for year in shown.union(missing).subtracting(known).sorted() {
      run.note(run.texts.yearUnknown(year))
    }
  }
}
