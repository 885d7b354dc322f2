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
    for year in published(on: date) {
      if year.on.contains(date) { return .worked }
      if year.off.contains(date) { return .off }
    }
    return .usual
  }

  /// What the day is called where it was published, also if it was set by hand since.
  package func name(of date: CalendarDate) -> String? {
    published(on: date).lazy.compactMap { $0.names[date] }.first
  }

  /// A holiday of a year may begin in the December before; then both years' notices name its days.
  private func published(on date: CalendarDate) -> [WorkYear] {
    [years[date.year], years[date.year + 1]].compactMap { $0 }
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
