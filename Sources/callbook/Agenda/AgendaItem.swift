import CallbookModel

/// An appointment as a picture of days shows it, by the shop's clocks, or what keeps somebody from any.
struct AgendaItem {
  /// Such as `a7`; empty for what is no appointment.
  let id: String
  /// The contact's name; its id where the name is not to be seen.
  let who: String
  let kind: String
  let assignee: String?
  let place: String?
  let start: CallbookModel.LocalTime
  let end: CallbookModel.LocalTime
  /// Everything that there is of it, as JSON.
  var bytes: [UInt8] = []

  var isAppointment: Bool { !id.isEmpty }

  /// What it is called where there is room for little.
  var label: String { isAppointment ? "\(id) \(who)" : who }

  /// The minutes of a day that it takes; nil when it is none of that day's.
  func minutes(on date: CalendarDate) -> Range<Int>? {
    guard start.date <= date, end.date >= date else { return nil }
    let first = start.date < date ? 0 : start.minuteOfDay
    let last = end.date > date ? 1440 : (end.millisecondOfDay + 59_999) / 60_000
    return first < last ? first..<last : nil
  }
}
