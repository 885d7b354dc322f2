import CallbookModel

/// The appointments of a day or of a week: everything that its pictures are drawn from.
struct Agenda {
  /// What its columns are.
  enum Arrangement: String, CaseIterable {
    case assignee, place
    case day
  }

  let arrangement: Arrangement
  /// One, or those of a week.
  let days: [CalendarDate]
  let columns: [AgendaColumn]
  /// By the shop's clocks.
  let now: CallbookModel.LocalTime
  let zone: String

  /// Minutes between two lines of the picture.
  var step: Int { arrangement == .day ? 60 : 30 }

  /// From the first to the last minute that matters, in whole steps; nil when there is none. Nights in
  /// which somebody is busy elsewhere do not.
  var minutes: Range<Int>? {
    let spans = columns.flatMap { column in
      column.visits.filter(\.item.isAppointment).map(\.minutes)
        + column.hours.spans.map { $0.fromMinute..<$0.toMinute }
    }
    guard let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max()
    else { return nil }
    return first / step * step..<(last + step - 1) / step * step
  }

  /// The minute at which a column's clock is now; nil when its day is another one.
  func now(in column: AgendaColumn) -> Int? {
    column.date == now.date ? now.minuteOfDay : nil
  }

  /// What is said of an item beside who comes, where its column does not say it.
  func details(of item: AgendaItem, _ texts: Texts) -> String {
    let place = arrangement == .place ? nil : item.place
    let who = arrangement == .assignee ? nil : item.assignee
    return [texts.word("kind", item.kind), who, place].compactMap { $0 }
      .joined(separator: texts.listSeparator)
  }

  /// `09:30`
  static func clock(_ minute: Int) -> String {
    func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(twoDigits(minute / 60)):\(twoDigits(minute % 60))"
  }

  static func span(_ minutes: Range<Int>) -> String {
    "\(clock(minutes.lowerBound))-\(clock(minutes.upperBound))"
  }
}
