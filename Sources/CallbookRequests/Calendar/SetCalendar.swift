package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Changes the hours of the week, or of single days.
package struct SetCalendar: WriteRequest {
  package static let method = "calendar.set"
  package static let summary = "Changes the shop's opening hours, of the week or of single days."
  package static let permission = Permission.roles([.manager, .admin])
  package static let errors: [Reason] = [.revisionConflict]
  package static let examples = [
    RequestExample(
      "A lunch break, and Saturdays",
      #"{"week":"Mon-Fri 09:00-12:00,13:30-18:00; Sat 10:00-16:00"}"#),
    RequestExample(
      "Closed for stocktaking", #"{"days":["2026-12-30/2026-12-31"],"hours":"closed"}"#),
    RequestExample("As usual again", #"{"days":["2026-12-30"],"clear":true}"#),
  ]

  @Parameter("Hours of the week, such as Mon-Fri 09:00-12:00,13:30-18:00; Sat 10:00-16:00.")
  package var week: WeeklyHours?
  @Parameter("Single days, each a date or two with a slash between.", in: 0...100)
  package var days: [DateSpan]
  @Parameter("Hours of these days, such as 10:00-15:00, or closed.")
  package var hours: DayHours?
  @Parameter("Have these days as week and holidays say again.")
  package var clear: Bool = false
  @Parameter("Only if the calendar still has this revision.") package var ifRev: Int64?
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case week, days, hours, clear
    case ifRev = "if_rev"
  }

  package func run(
    in store: WriteTransaction, _ environment: Environment
  ) throws(CallbookError) -> Revision {
    try Revision.check(
      ifRev, against: store.calendarRev(), of: "the calendar", hint: "callbook calendar get")
    try check()
    var rules: [CalendarDate: DayHours?] = [:]
    for day in days.flatMap(\.days) { rules.updateValue(hours, forKey: day) }
    return Revision(rev: try store.editCalendar(week: week, days: rules))
  }

  private func check() throws(CallbookError) {
    var violations: [Violation] = []
    if week == nil, days.isEmpty {
      violations.append(Violation("", "needs the hours of a week, or days"))
    }
    if week?.isNeverOpen == true {
      violations.append(
        Violation("/week", "never opens; nothing could fall due: close single days instead"))
    }
    if days.isEmpty, hours != nil || clear {
      violations.append(Violation("/days", "is needed for hours of single days"))
    }
    if !days.isEmpty, (hours == nil) != clear {
      violations.append(Violation("/hours", "or clear is needed for days, and not both"))
    }
    if days.reduce(0, { $0 + $1.days.count }) > Self.mostDays {
      violations.append(Violation("/days", "are more than \(Self.mostDays) at a time"))
    }
    guard violations.isEmpty else {
      throw CallbookError(.invalidParams, "the opening hours are wrong", violations: violations)
    }
  }

  /// A year of days, each of which is a row.
  private static let mostDays = 400
}
