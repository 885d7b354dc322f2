import CallbookModel
import CallbookTesting
import Testing

/// The calendar against one that walks through time minute by minute.
struct WorkCalendarPropertyTests {
  @Test(arguments: [
    "Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "America/St_Johns", "Pacific/Apia",
    "Africa/Casablanca", "America/Sao_Paulo", "Asia/Beirut", "Africa/Cairo",
  ]) func `a minute by minute model agrees`(_ name: String) throws {
    let seed = UInt64(9_426_334)
    print("seed of calendars in \(name): \(seed)")
    var random = SplitMix64(seed: seed)
    let zone = try MachineZones.rules(name)
    for _ in 0..<6 {
      let day = Self.dayNearAChange(of: zone, using: &random)
      let calendar = Self.calendar(zone, around: day, using: &random)
      let model = MinuteModel(calendar, from: day - 6, to: day + 14)
      try Self.compare(calendar, model, day, using: &random)
    }
  }

  private static func compare(
    _ calendar: WorkCalendar, _ model: MinuteModel, _ day: Int64, using random: inout SplitMix64
  ) throws {
    for minute in model.minutes where minute % 7 == 0 {
      let instant = Instant(millisecondsSince1970: minute * 60_000)
      guard calendar.isWorking(instant) == model.isWorking(minute) else {
        Issue.record("\(calendar.week) at \(instant) in \(calendar.zone.name)")
        return
      }
    }
    for _ in 0..<8 {
      let start = day * 1440 + Int64(random.below(2880))
      let count = random.below(1500)
      let instant = Instant(millisecondsSince1970: start * 60_000)
      if let expected = model.adding(count, to: start) {
        let found = try calendar.adding(workingMinutes: count, to: instant)
        #expect(found == expected, "\(count) from \(instant), \(calendar.week)")
        #expect(calendar.workingMinutes(from: instant, to: found.instant) == count)
      }
      let end = start + Int64(random.below(5000))
      let until = Instant(millisecondsSince1970: end * 60_000)
      #expect(
        calendar.workingMinutes(from: instant, to: until) == model.count(from: start, to: end))
    }
  }

  /// Half of them within three days of a change of the zone's offset.
  private static func dayNearAChange(
    of zone: TimeZoneRules, using random: inout SplitMix64
  ) -> Int64 {
    var day = Int64(random.below(25_000)) + 1
    guard random.below(2) == 0 else { return day }
    let offset = { (day: Int64) in
      zone.offsetSeconds(at: Instant(millisecondsSince1970: day * 86_400_000))
    }
    for _ in 0..<400 where offset(day) == offset(day + 1) { day += 1 }
    return day - Int64(random.below(3))
  }

  private static func calendar(
    _ zone: TimeZoneRules, around day: Int64, using random: inout SplitMix64
  ) -> WorkCalendar {
    var years: [Int: WorkYear] = [:]
    var days: [CalendarDate: DayRule] = [:]
    for offset in Int64(-3)...9 {
      let date = CalendarDate(daysSince1970: day + offset)
      if random.below(3) == 0 { continue }
      var year = years[date.year] ?? WorkYear(off: [], on: [], source: "invented")
      switch random.below(6) {
      case 0: year.off.insert(date)
      case 1: year.on.insert(date)
      case 2: days[date] = random.below(2) == 0 ? .closed : .open(.random(using: &random))
      default: break
      }
      years[date.year] = year
    }
    if random.below(3) == 0 { years = years.filter { _ in random.below(2) == 0 } }
    return WorkCalendar(
      zone: zone, week: .random(using: &random), years: years, days: days, revision: 1)
  }
}

/// Working time by the rule alone: at each minute the latest local time that the clocks have shown
/// so far decides, so that hours which they show again do not open the shop again.
private struct MinuteModel {
  let calendar: WorkCalendar
  let minutes: Range<Int64>
  private var working: [Bool] = []

  init(_ calendar: WorkCalendar, from first: Int64, to last: Int64) {
    self.calendar = calendar
    minutes = first * 1440..<last * 1440
    var latest = LocalTime(CalendarDate(daysSince1970: first - 5), minuteOfDay: 0)
    for minute in minutes {
      latest = max(latest, calendar.zone.local(Self.instant(minute)))
      working.append(
        hours(on: latest.date).spans.contains {
          $0.fromMinute <= latest.minuteOfDay && latest.minuteOfDay < $0.toMinute
        })
    }
  }

  func isWorking(_ minute: Int64) -> Bool { working[Int(minute - minutes.lowerBound)] }

  /// nil when that is beyond the minutes that were walked through.
  func adding(_ count: Int, to start: Int64) -> PlannedInstant? {
    var rest = count
    for minute in start..<minutes.upperBound where isWorking(minute) {
      guard rest == 0 else {
        rest -= 1
        continue
      }
      let (from, to) = (date(start).daysSince1970, date(minute).daysSince1970)
      let isProvisional = (from...to).contains { !isKnown(CalendarDate(daysSince1970: $0)) }
      return PlannedInstant(instant: Self.instant(minute), isProvisional: isProvisional)
    }
    return nil
  }

  func count(from start: Int64, to end: Int64) -> Int {
    (start..<end).count { isWorking($0) }
  }

  private func hours(on date: CalendarDate) -> DayHours {
    if let rule = calendar.days[date] { return rule.hours }
    let year = calendar.years[date.year]
    if year?.off.contains(date) == true && year?.on.contains(date) != true { return .closed }
    guard year?.on.contains(date) == true else { return calendar.week[date.weekday] }
    let weekdays = Weekday.allCases.prefix(5).map { calendar.week[$0] }
    return weekdays.first { !$0.isClosed } ?? calendar.week[date.weekday]
  }

  private func isKnown(_ date: CalendarDate) -> Bool {
    calendar.years[date.year] != nil || calendar.days[date] != nil
  }

  private func date(_ minute: Int64) -> CalendarDate {
    calendar.zone.local(Self.instant(minute)).date
  }

  private static func instant(_ minute: Int64) -> Instant {
    Instant(millisecondsSince1970: minute * 60_000)
  }
}
