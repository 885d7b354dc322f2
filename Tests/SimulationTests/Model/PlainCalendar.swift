/// When the shop works, as somebody with a paper calendar would say it: looked up day after day.
struct PlainCalendar {
  /// Minutes of the day: from, to.
  typealias Hours = [(from: Int, to: Int)]

  /// What a year's notice says (国务院办公厅关于部分节假日安排的通知).
  struct Notice {
    var off: Set<PlainDay>
    var on: Set<PlainDay>
  }

  var zone = PlainZone.shanghai
  /// Monday first.
  var week: [Hours] = Array(repeating: [(540, 1080)], count: 5) + [[], []]
  var notices: [Int: Notice] = [2025: notice2025, 2026: notice2026]
  /// What somebody decided for a day.
  var own: [PlainDay: Hours] = [:]

  private static let notice2025 = Notice(
    off: Set(spans: [
      "2025-01-01", "2025-01-28/2025-02-04", "2025-04-04/2025-04-06", "2025-05-01/2025-05-05",
      "2025-05-31/2025-06-02", "2025-10-01/2025-10-08",
    ]),
    on: Set(spans: ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"]))

  private static let notice2026 = Notice(
    off: Set(spans: [
      "2026-01-01/2026-01-03", "2026-02-15/2026-02-23", "2026-04-04/2026-04-06",
      "2026-05-01/2026-05-05", "2026-06-19/2026-06-21", "2026-09-25/2026-09-27",
      "2026-10-01/2026-10-07",
    ]),
    on: Set(spans: [
      "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
    ]))

  /// A year that nobody has published yet: what its notice might say.
  static let imported2027 = (
    off: [
      "2026-12-31/2027-01-02", "2027-02-05/2027-02-12", "2027-04-03/2027-04-05",
      "2027-05-01/2027-05-05", "2027-06-09/2027-06-11", "2027-10-01/2027-10-08",
    ],
    on: ["2026-12-27", "2027-01-30", "2027-02-14", "2027-05-08", "2027-09-26"]
  )

  // MARK: Days

  func hours(_ day: PlainDay) -> Hours {
    if let own = own[day] { return own }
    // A later year's notice may name days of a December before it.
    for year in [day.year + 1, day.year] {
      guard let notice = notices[year] else { continue }
      if notice.on.contains(day) {
        return week[..<5].first { !$0.isEmpty } ?? week[day.weekday]
      }
      if notice.off.contains(day) { return [] }
    }
    return week[day.weekday]
  }

  func isCertain(_ day: PlainDay) -> Bool {
    if notices[day.year] != nil || own[day] != nil { return true }
    return notices.values.contains { $0.off.contains(day) || $0.on.contains(day) }
  }

  // MARK: Planning

  /// An instant in milliseconds, and whether a day on the way to it is of a year not published yet.
  struct Planned: Equatable {
    var at: Int64
    var isProvisional: Bool
  }

  /// When the shop opens on a day, or next after it.
  func opening(notBefore day: PlainDay) -> Planned {
    var day = day
    var isProvisional = false
    while true {
      isProvisional = isProvisional || !isCertain(day)
      if let first = hours(day).first {
        return Planned(at: zone.instant(day, minute: first.from), isProvisional: isProvisional)
      }
      day = day.plus(1)
    }
  }

  /// The n-th working day after a day.
  func workingDay(_ count: Int, after day: PlainDay) -> (day: PlainDay, isProvisional: Bool) {
    var (day, left) = (day, count)
    var isProvisional = false
    while left > 0 {
      day = day.plus(1)
      isProvisional = isProvisional || !isCertain(day)
      if !hours(day).isEmpty { left -= 1 }
    }
    return (day, isProvisional)
  }

  /// When so many minutes of working time have passed, at an instant at which the shop works.
  func after(workingMinutes: Int, from start: Int64) -> Planned {
    var left = Int64(workingMinutes) * 60_000
    var day = zone.day(start)
    var isProvisional = false
    while true {
      isProvisional = isProvisional || !isCertain(day)
      for hours in hours(day) {
        let from = max(start, zone.instant(day, minute: hours.from))
        let to = zone.instant(day, minute: hours.to)
        guard from < to else { continue }
        if to - from > left { return Planned(at: from + left, isProvisional: isProvisional) }
        left -= to - from
      }
      day = day.plus(1)
    }
  }
}
