import CallbookModel

/// Times as they are typed and read.
extension Texts {
  var timeForms: String {
    either(
      "tomorrow 9:30, fri 14:00, next monday 10:00, +3d, +2h, 12-01 9:30, 9:30, 明天9:30, "
        + "周五14:00, 3天后, 2026-12-01T09:30:00+08:00",
      "明天9:30、周五14:00、下周一9点半、3天后、两小时后、12月1日 9:30、9:30、tomorrow 9:30、"
        + "fri 14:00、+3d、2026-12-01T09:30:00+08:00")
  }
  var dayForms: String {
    either(
      "today, tomorrow, friday, next monday, +3d, 12-01, 明天, 周五, 3天后, 2026-12-01",
      "今天、明天、后天、周五、下周一、3天后、12月1日、tomorrow、friday、+3d、2026-12-01")
  }

  func problem(
    _ problem: TypedTime.Problem, of input: String, _ form: InputShape.Form, _ zone: TimeZoneRules
  ) -> String {
    switch problem {
    case .unreadable:
      switch form {
      case .time:
        either(
          "\(input) is no time that can be read; type one of: \(timeForms)",
          "\(input) 的时间无法识别；可以输入：\(timeForms)")
      case .date:
        either(
          "\(input) is no day that can be read; type one of: \(dayForms)",
          "\(input) 的日期无法识别；可以输入：\(dayForms)")
      }
    case .noDay:
      either(
        "\(input) is a day, without a time; type one of: \(dayForms)",
        "\(input) 只要日期，不要时间；可以输入：\(dayForms)")
    case .skipped(let before, let after):
      either(
        "\(input): the clocks are set forward over that time; "
          + "type \(zone.text(before)) or \(zone.text(after))",
        "\(input)：时钟当时拨快，没有这个时间；请输入 \(zone.text(before)) 或 \(zone.text(after))")
    case .repeated(let first, let second):
      either(
        "\(input): the clocks are set back and show that time twice; "
          + "type \(zone.text(first)) or \(zone.text(second))",
        "\(input)：时钟当时拨慢，这个时间出现两次；请输入 \(zone.text(first)) 或 \(zone.text(second))")
    }
  }

  func zoneUnknown(_ name: String) -> String {
    either(
      "this machine does not know the shop's time zone \(Layout.cell(name)); "
        + "type the time as 2026-12-01T09:30:00+08:00",
      "本机没有门店时区 \(Layout.cell(name)) 的数据；请按 2026-12-01T09:30:00+08:00 的形式输入时间")
  }

  // MARK: What a time was taken for

  func resolved(_ instant: Instant, _ zone: TimeZoneRules) -> String {
    let local = zone.local(instant)
    let clock = local.description.suffix(5)
    return "\(resolved(local.date)) \(clock) \(zone.offsetText(at: instant))"
  }

  func resolved(_ date: CalendarDate) -> String {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let day = Array("一二三四五六日")[date.weekday.rawValue - 1]
    return either(
      "\(date.weekday.abbreviation) \(date.day) \(months[date.month - 1]) \(date.year)",
      "\(date.year)年\(date.month)月\(date.day)日 周\(day)")
  }

  // MARK: Help

  var helpTimesHelp: String { either("Shows how times can be typed.", "显示时间的输入方式。") }
  var suchAsTime: String {
    either(
      "Such as tomorrow 9:30 or +2h: callbook help times.", "例如 明天9:30、两小时后：见 callbook help times。")
  }
  var suchAsDay: String {
    either("Such as friday or +3d: callbook help times.", "例如 周五、3天后：见 callbook help times。")
  }
  var timesIntroduction: String {
    either(
      "Wherever a time or a day is wanted it can be typed as people say it. It is meant in the time "
        + "zone of the shop, and counts from now. A day alone is its beginning; a time alone, a weekday "
        + "and a date without a year are the next ones to come.",
      "凡是需要时间或日期的地方，都可以照平常的说法输入。时间以门店所在时区为准，从当前时刻算起。"
        + "只写日期表示当天开始；只写钟点、星期或不带年份的日期，表示下一个。")
  }
  var timesByWords: String { either("A day, with or without a time", "日期，可带时间") }
  var timesFromNow: String { either("From now", "从现在起") }
  var timesExactly: String { either("Exactly", "完整写法") }
  var timesAmbiguity: String {
    either(
      "A time that the clocks skip or show twice, where they are moved in spring and autumn, is refused "
        + "with both times that it can be. On a terminal the command says what it took a time for.",
      "在实行夏令时的时区，被跳过或出现两次的时间会被拒绝，并给出两个候选。在终端上，命令会显示它所理解的时间。")
  }
}
