/// Why a day has the hours that it has.
package enum DayKind: String, Sendable, CaseIterable, Codable {
  /// As the week has it.
  case usual
  /// A published holiday.
  case off
  /// A weekend's day that is worked in exchange for a holiday (调休).
  case worked
  /// Closed, or with other hours, because somebody set it so.
  case closed, hours
}

extension WorkCalendar {
  package func kind(of date: CalendarDate) -> DayKind {
    if let rule = days[date] { return rule.hours.isClosed ? .closed : .hours }
    // A holiday of a year may begin in the December before; then both years' notices name its days.
    for year in [years[date.year], years[date.year + 1]].compactMap({ $0 }) {
      if year.on.contains(date) { return .worked }
      if year.off.contains(date) { return .off }
    }
    return .usual
  }

  /// Years whose holidays should be known by now and are not: this one, and from October on the
  /// next, because its notice comes out in October or November.
  package func missingYears(at instant: Instant) -> [Int] {
    let today = zone.local(instant).date
    let expected = today.month >= Self.noticeMonth ? [today.year, today.year + 1] : [today.year]
    return expected.filter { !isKnown(year: $0) }
  }

  private static let noticeMonth = 10
}
