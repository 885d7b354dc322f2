import CallbookModel
import CallbookTesting
import Testing

struct WeeklyHoursTests {
  @Test(arguments: [
    ("Mon-Fri 09:00-18:00", "Mon-Fri 09:00-18:00"),
    (
      "Mon-Fri 09:00-12:00,13:30-18:00; Sat 10:00-16:00",
      "Mon-Fri 09:00-12:00,13:30-18:00; Sat 10:00-16:00"
    ),
    ("mon-friday 9:00-12:00, 12:00-18:00", "Mon-Fri 09:00-18:00"),
    ("Sat,Sun 10:00-16:00; Mon 08:00-24:00", "Mon 08:00-24:00; Sat-Sun 10:00-16:00"),
    ("Tue closed; Mon,Wed 09:00-18:00", "Mon 09:00-18:00; Wed 09:00-18:00"),
    (
      "周一至周五 9：00-12：00，13:30-18:00；周六 10:00-16:00",
      "Mon-Fri 09:00-12:00,13:30-18:00; Sat 10:00-16:00"
    ),
    ("星期天 10:00-16:00", "Sun 10:00-16:00"), ("closed", "closed"),
  ]) func `the hours of a week are read as people write them`(_ text: String, _ expected: String) {
    #expect(WeeklyHours(text)?.description == expected)
  }

  @Test(arguments: [
    "", "Mon-Fri", "09:00-18:00", "Fri-Mon 09:00-18:00", "Mon 18:00-09:00", "Mon 09:00-09:00",
    "Mon 09:00-25:00", "Mon 09:00-12:00,11:00-18:00", "Mon 13:00-18:00,09:00-12:00",
    "Mon 09:00-18:00; Mon 09:00-12:00", "Mon-Tue-Wed 09:00-18:00", "Mo 09:00-18:00",
    "Mon 09:00-18:00;", "Mon 0900-1800", "Mon 09:00-24:01", "Mon-Mon 09:00-18:00",
  ]) func `what is no week is refused`(_ text: String) {
    #expect(WeeklyHours(text) == nil)
  }

  @Test func `any week is read as it is written`() {
    let seed = UInt64(7_179_669)
    print("seed of weeks: \(seed)")
    var random = SplitMix64(seed: seed)
    for _ in 0..<2000 {
      let week = WeeklyHours.random(using: &random)
      #expect(WeeklyHours(week.description) == week, "\(week)")
    }
  }

  @Test func `a new shop is open from Monday to Friday`() {
    #expect(WeeklyHours.usual.description == "Mon-Fri 09:00-18:00")
    #expect(!WeeklyHours.usual.isNeverOpen)
  }
}

extension WeeklyHours {
  /// Weeks with few hours, with breaks, and with days around the clock.
  static func random(using random: inout SplitMix64) -> WeeklyHours {
    let styles = (0..<3).map { _ in DayHours.random(using: &random) }
    var hours: [Weekday: DayHours] = [:]
    for weekday in Weekday.allCases where random.below(4) > 0 {
      hours[weekday] = styles[random.below(styles.count)]
    }
    return WeeklyHours(hours)
  }
}

extension DayHours {
  static func random(using random: inout SplitMix64) -> DayHours {
    let marks = Set((0..<(2 * random.below(4))).map { _ in random.below(97) * 15 }).sorted()
    let spans = stride(from: 0, to: marks.count - 1, by: 2).compactMap {
      OpeningSpan(fromMinute: marks[$0], toMinute: marks[$0 + 1])
    }
    return DayHours(spans) ?? .closed
  }
}
