import CallbookModel
import CallbookTesting
import Testing

/// Sunday, 22 November 2026, 10:15:30 in the shop.
struct TypedTimeTests {
  private static let shanghai = Result { try MachineZones.rules("Asia/Shanghai") }
  private static let now = Instant("2026-11-22T10:15:30+08:00") ?? Instant(millisecondsSince1970: 0)

  private func typed(
    _ text: String, at now: Instant = now, in zone: TimeZoneRules? = nil
  ) throws -> TypedTime {
    try TypedTime.parse(text, now: now, zone: zone ?? Self.shanghai.get())
  }

  @Test(arguments: [
    ("now", "2026-11-22T10:15:30"), ("today", "2026-11-22T10:15:30"),
    ("tomorrow", "2026-11-23T00:00:00"), ("Tomorrow 9:30", "2026-11-23T09:30:00"),
    ("tomorrow at 9:30", "2026-11-23T09:30:00"), ("tomorrow noon", "2026-11-23T12:00:00"),
    ("yesterday 17:05", "2026-11-21T17:05:00"), ("+3d", "2026-11-25T10:15:00"),
    ("+3d 9:30", "2026-11-25T09:30:00"), ("+1w", "2026-11-29T10:15:00"),
    ("+2h", "2026-11-22T12:15:00"), ("+30m", "2026-11-22T10:45:00"),
    ("+1h30m", "2026-11-22T11:45:00"), ("in 2 hours", "2026-11-22T12:15:00"),
    ("-2h", "2026-11-22T08:15:00"), ("in 3 days 9:30", "2026-11-25T09:30:00"),
    ("fri 14:00", "2026-11-27T14:00:00"), ("friday", "2026-11-27T00:00:00"),
    ("sunday 14:00", "2026-11-22T14:00:00"), ("sunday 9:00", "2026-11-29T09:00:00"),
    ("sunday", "2026-11-29T00:00:00"), ("next monday 10:00", "2026-11-23T10:00:00"),
    ("this friday 9:00", "2026-11-20T09:00:00"), ("last friday", "2026-11-13T00:00:00"),
    ("2026-12-01", "2026-12-01T00:00:00"), ("2026-12-01 9:30", "2026-12-01T09:30:00"),
    ("2026-12-01T09:30", "2026-12-01T09:30:00"), ("2026/12/1 9:30pm", "2026-12-01T21:30:00"),
    ("12-01 9:30", "2026-12-01T09:30:00"), ("1-5 9:30", "2027-01-05T09:30:00"),
    ("02-29", "2028-02-29T00:00:00"), ("11-22 8:00", "2026-11-22T08:00:00"),
    ("9:30", "2026-11-23T09:30:00"), ("10:16", "2026-11-22T10:16:00"),
    ("10:15", "2026-11-23T10:15:00"), ("24:00", "2026-11-23T00:00:00"),
    ("9pm", "2026-11-22T21:00:00"), ("12am", "2026-11-23T00:00:00"),
    ("  FRI   14:00 ", "2026-11-27T14:00:00"),
    ("2026-12-01T09:30:00+08:00", "2026-12-01T09:30:00"),
    ("2026-12-01T01:30:00.000Z", "2026-12-01T09:30:00"),
  ])
  func `English is understood`(_ text: String, _ local: String) throws {
    #expect(try typed(text).instant() == Instant("\(local)+08:00"), "\(text)")
  }

  @Test(arguments: [
    ("现在", "2026-11-22T10:15:30"), ("今天", "2026-11-22T10:15:30"),
    ("今天下午3点", "2026-11-22T15:00:00"), ("明天", "2026-11-23T00:00:00"),
    ("明天9:30", "2026-11-23T09:30:00"), ("明天 ９：３０", "2026-11-23T09:30:00"),
    ("后天上午十点", "2026-11-24T10:00:00"), ("大后天", "2026-11-25T00:00:00"),
    ("今晚8点", "2026-11-22T20:00:00"), ("明早9点一刻", "2026-11-23T09:15:00"),
    ("明天中午", "2026-11-23T12:00:00"), ("明天晚上十二点", "2026-11-24T00:00:00"),
    ("周五 14:00", "2026-11-27T14:00:00"), ("星期五下午2点", "2026-11-27T14:00:00"),
    ("周日", "2026-11-29T00:00:00"), ("下周一 9点半", "2026-11-23T09:30:00"),
    ("下下周一", "2026-11-30T00:00:00"), ("下个星期三上午九点四十分", "2026-11-25T09:40:00"),
    ("本周五", "2026-11-20T00:00:00"), ("上周五", "2026-11-13T00:00:00"),
    ("3天后", "2026-11-25T10:15:00"), ("三天后9点", "2026-11-25T09:00:00"),
    ("两小时后", "2026-11-22T12:15:00"), ("半小时后", "2026-11-22T10:45:00"),
    ("一个半小时以后", "2026-11-22T11:45:00"), ("20分钟后", "2026-11-22T10:35:00"),
    ("两周后", "2026-12-06T10:15:00"), ("两个星期后", "2026-12-06T10:15:00"),
    ("3天前", "2026-11-19T10:15:00"), ("12月1日", "2026-12-01T00:00:00"),
    ("12月1号 9点", "2026-12-01T09:00:00"), ("2026年12月1日下午2点30分", "2026-12-01T14:30:00"),
    ("十二月二十五日", "2026-12-25T00:00:00"), ("9点半", "2026-11-23T09:30:00"),
    ("凌晨12点", "2026-11-23T00:00:00"), ("晚上8:30", "2026-11-22T20:30:00"),
  ])
  func `Chinese is understood`(_ text: String, _ local: String) throws {
    #expect(try typed(text).instant() == Instant("\(local)+08:00"), "\(text)")
  }

  @Test(arguments: [
    "", " ", "soon", "friday 25:00", "9", "9:3", "9:60", "13pm", "3/4", "2026-02-30", "30-30",
    "+3", "+d", "+3x", "tomorrow tomorrow", "2026-12", "下午14:00:00:00", "上午15点", "周八", "第三天",
    "明天后天", "12月", "0930", "+99999d", "tomorrow 9:30 x", "一天半后", "晚上12点半",
    "2026-12-01T9:30:00",
  ])
  func `what is neither is unreadable`(_ text: String) {
    #expect(throws: TypedTime.Problem.unreadable, "\(text)") { try typed(text) }
  }

  @Test(arguments: [
    ("today", "2026-11-22"), ("明天", "2026-11-23"), ("friday", "2026-11-27"),
    ("+3d", "2026-11-25"), ("3天后", "2026-11-25"), ("12-01", "2026-12-01"),
  ])
  func `a day is read as one`(_ text: String, _ date: String) throws {
    #expect(try typed(text).day() == CalendarDate(date))
  }

  @Test(arguments: ["9:30", "tomorrow 9:30", "+2h", "now", "2026-12-01T09:30:00Z"])
  func `a time of day is none`(_ text: String) throws {
    let typed = try typed(text)
    #expect(throws: TypedTime.Problem.noDay) { try typed.day() }
  }

  /// EXPECTATIONS 6: of a shop abroad, where the clocks are moved.
  @Test func `a time that the clocks skip or show twice is refused with both candidates`() throws {
    let berlin = try MachineZones.rules("Europe/Berlin")
    let spring = try #require(Instant("2026-03-28T12:00:00+01:00"))
    let skipped = try typed("tomorrow 2:30", at: spring, in: berlin)
    #expect(
      throws: TypedTime.Problem.skipped(
        try #require(Instant("2026-03-29T01:59:00+01:00")),
        try #require(Instant("2026-03-29T03:00:00+02:00")))
    ) { try skipped.instant() }
    let autumn = try #require(Instant("2026-10-24T12:00:00+02:00"))
    let repeated = try typed("tomorrow 2:30", at: autumn, in: berlin)
    #expect(
      throws: TypedTime.Problem.repeated(
        try #require(Instant("2026-10-25T02:30:00+02:00")),
        try #require(Instant("2026-10-25T02:30:00+01:00")))
    ) { try repeated.instant() }
    // So many days later it is the same time of day; hours are hours.
    let days = try typed("+1d", at: spring, in: berlin).instant()
    #expect(days == Instant("2026-03-29T12:00:00+02:00"))
    let hours = try typed("+24h", at: spring, in: berlin).instant()
    #expect(hours == Instant("2026-03-29T13:00:00+02:00"))
  }

  @Test func `a day begins where its midnight is skipped`() throws {
    let santiago = try MachineZones.rules("America/Santiago")
    let before = try #require(Instant("2026-09-05T12:00:00-04:00"))
    let start = try typed("tomorrow", at: before, in: santiago).instant()
    #expect(start == Instant("2026-09-06T01:00:00-03:00"))
  }

  /// Whatever the moment and the zone, what is written in any form is read as that minute.
  @Test(arguments: ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Asia/Kathmandu"])
  func `times read as they are written`(_ name: String) throws {
    let zone = try MachineZones.rules(name)
    var random = SplitMix64(seed: 2026)
    print("seed of typed times in \(name): 2026")
    for _ in 0..<2_000 {
      let now = Instant(millisecondsSince1970: Int64(random.below(4_000_000_000)) * 1000)
      let minutes = now.millisecondsSince1970 / 60_000 + Int64(1 + random.below(6 * 1440))
      let due = Instant(millisecondsSince1970: minutes * 60_000)
      for text in Self.forms(of: due, zone) {
        do {
          let read = try TypedTime.parse(text, now: now, zone: zone).instant()
          #expect(read == due, "\(text) at \(zone.text(now)) is \(zone.text(read))")
        } catch .repeated(let first, let second) {
          #expect(first == due || second == due, "\(text) at \(zone.text(now))")
        }
      }
      let wanted = (minutes * 60_000 - now.millisecondsSince1970 / 60_000 * 60_000) / 60_000
      for text in ["+\(wanted)m", "\(wanted)分钟后"] where wanted < 10_000 {
        #expect(try TypedTime.parse(text, now: now, zone: zone).instant() == due, "\(text)")
      }
      #expect(try TypedTime.parse(zone.text(due), now: now, zone: zone).instant() == due)
    }
  }

  private static func forms(of due: Instant, _ zone: TimeZoneRules) -> [String] {
    let local = zone.local(due)
    let (date, hour, minute) = (local.date, local.minuteOfDay / 60, local.minuteOfDay % 60)
    let clock = "\(hour):\(minute < 10 ? "0" : "")\(minute)"
    let weekday = date.weekday
    let sign = Array("一二三四五六日")[weekday.rawValue - 1]
    return [
      "\(date) \(clock)", "\(date.month)-\(date.day) \(clock)",
      "\(weekday.abbreviation) \(clock)", "周\(sign)\(clock)", "星期\(sign) \(hour)点\(minute)分",
      "\(date.year)年\(date.month)月\(date.day)日\(clock)",
      "\(date.month)月\(date.day)号 \(hour)时\(minute)分",
    ]
  }
}
