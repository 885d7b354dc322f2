import CallbookModel

/// Days off and worked weekends from a calendar of holidays as phones subscribe to them.
enum ICalendarYears {
  private enum Mark {
    case off, on
  }

  /// A year of fewer days off is the beginning of the next one's, or the rest of the last one's.
  private static let fewestDaysOff = 5

  static func read(_ text: TextSource) throws(CallbookError) -> CalendarFile {
    var leftOut: [CalendarFile.LeftOut] = []
    var years: [Int: WorkYear] = [:]
    for event in try ICalendarReader.events(in: text) {
      if let reason = complaint(about: event) {
        leftOut.append(
          CalendarFile.LeftOut(line: event.line, name: event.summary, reason: reason))
      } else if let mark = mark(of: event), let days = event.days {
        for day in days.days {
          var year = years[day.year] ?? WorkYear(off: [], on: [], source: "an iCalendar file")
          if mark == .off { year.off.insert(day) } else { year.on.insert(day) }
          // Where two events are of one day, the exchange is published later.
          if mark == .on || year.names[day] == nil { year.names[day] = name(of: event) }
          years[day.year] = year
        }
      }
    }
    for (number, year) in years.sorted(by: { $0.key < $1.key })
    where year.off.count < fewestDaysOff {
      years[number] = nil
      leftOut.append(
        CalendarFile.LeftOut(line: nil, name: "\(number)", reason: .partOfYear))
    }
    // A day that one event calls off and another worked is worked: the exchange is published later.
    for (number, year) in years { years[number]?.off.subtract(year.on) }
    return CalendarFile(years: years, region: nil, leftOut: leftOut)
  }

  /// What marks it is no part of its name: `国庆节（休）` is 国庆节; the longer ones first.
  private static let marks = [
    "调休上班", "放假调休", "休假", "补休", "调休", "补班", "上班", "放假", "假期", "休", "班",
  ]
  private static let mostCharacters = 50

  /// nil when nothing but marks is there.
  private static func name(of event: ICalendarEvent) -> String? {
    var name = event.summary
    for mark in marks { name = name.replacing(mark, with: "") }
    let edges = Set(" \t\n（）()【】[]：:-·")
    let trimmed = String(
      name.drop { edges.contains($0) }.reversed().drop { edges.contains($0) }.reversed())
    return trimmed.isEmpty ? nil : String(trimmed.unicodeScalars.prefix(mostCharacters))
  }

  private static func complaint(about event: ICalendarEvent) -> CalendarFile.LeftOut.Reason? {
    if event.isDamaged { return .damaged }
    if mark(of: event) == nil { return .unmarked }
    if event.isCancelled { return .cancelled }
    if event.isRecurring { return .notOnce }
    guard let days = event.days else { return .notAllDay }
    return days.days.count > longestHoliday ? .notOnce : nil
  }

  /// The longest that was published had ten days.
  private static let longestHoliday = 31

  /// By Apple's property, else by what the name says: 班 is looked for first, because a worked day is
  /// often named after the holiday that it makes up for.
  private static func mark(of event: ICalendarEvent) -> Mark? {
    switch event.specialDay {
    case "WORK-HOLIDAY": return .off
    case "ALTERNATE-WORKDAY": return .on
    default: break
    }
    if ["班", "调休上班"].contains(where: event.summary.contains) { return .on }
    if ["休", "放假", "假期"].contains(where: event.summary.contains) { return .off }
    return nil
  }
}
