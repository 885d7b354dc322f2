/// When the shop is open in a week without holidays.
package struct WeeklyHours: Hashable, Sendable {
  /// Monday first; seven.
  private let days: [DayHours]

  /// - Parameter hours: a weekday that is missing is closed.
  package init(_ hours: [Weekday: DayHours]) {
    days = Weekday.allCases.map { hours[$0] ?? .closed }
  }

  package subscript(weekday: Weekday) -> DayHours { days[weekday.rawValue - 1] }

  /// What a shop has before it says otherwise: `Mon-Fri 09:00-18:00`.
  package static let usual: WeeklyHours = {
    let day = OpeningSpan(fromMinute: 9 * 60, toMinute: 18 * 60).flatMap { DayHours([$0]) }
    return WeeklyHours(
      Dictionary(uniqueKeysWithValues: Weekday.allCases[..<5].map { ($0, day ?? .closed) }))
  }()

  package var isNeverOpen: Bool { days.allSatisfy(\.isClosed) }

  /// The hours of a weekend's day that is worked in exchange for a holiday (调休): Monday's, because
  /// such a day stands in for an ordinary one. Where Mondays are closed, those of the first weekday
  /// that is not; where all five are, nil: the day keeps its own.
  package var hoursOfWorkedWeekend: DayHours? { days[..<5].first { !$0.isClosed } }
}
