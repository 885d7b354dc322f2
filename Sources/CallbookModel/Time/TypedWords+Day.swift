extension TypedWords {
  private static let relative: [String: Int64] = [
    "today": 0, "tomorrow": 1, "yesterday": -1,
    "今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3, "昨天": -1, "昨日": -1, "前天": -2,
  ]

  /// `今晚8点`: the day and the beginning of its clock in one.
  private static let joined: [String: (days: Int64, left: String)] = [
    "今早": (0, "早"), "今晚": (0, "晚"), "明早": (1, "早"), "明晚": (1, "晚"), "昨晚": (-1, "晚"),
  ]

  private static let weekdays: [String: Weekday] = Dictionary(
    uniqueKeysWithValues: zip(
      [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
      ], Weekday.allCases
    ).flatMap { name, day in [(name, day), (String(name.prefix(3)), day)] })

  private static let weekdaySigns: [String: Weekday] = [
    "一": .monday, "二": .tuesday, "三": .wednesday, "四": .thursday, "五": .friday, "六": .saturday,
    "日": .sunday, "天": .sunday,
  ]

  private static let weeks: [String: Int64] = [
    "next ": 1, "this ": 0, "last ": -1, "下下": 2, "下": 1, "下个": 1, "这": 0, "这个": 0, "本": 0,
    "上": -1, "上个": -1,
  ]

  mutating func day() -> TypedDay? {
    if let joined = take(Self.joined) {
      putBack(joined.left)
      return .fromToday(joined.days)
    }
    if let days = take(Self.relative) { return .fromToday(days) }
    var copy = self
    if let day = copy.weekday() {
      self = copy
      return day
    }
    return date()
  }

  private mutating func weekday() -> TypedDay? {
    let weeks = take(Self.weeks)
    if let weekday = take(Self.weekdays) { return .weekday(weekday, weeks: weeks) }
    guard take(["周", "星期", "礼拜"]) else { return nil }
    return take(Self.weekdaySigns).map { .weekday($0, weeks: weeks) }
  }

  /// `2026-12-01`, `2026/12/1`, `12-01`, `2026年12月1日`, `12月1号`.
  private mutating func date() -> TypedDay? {
    guard let first = number() else { return nil }
    if let sign = take(["-": "-", "/": "/", "年": "月"]) {
      guard let second = number() else { return nil }
      if take([sign]) {
        guard let third = number(), endDay(sign) else { return nil }
        return CalendarDate(year: first, month: second, day: third).map { .date($0) }
      }
      // 3/4 is April to some and March to others.
      return sign == "-" && endDay(sign) ? .ofYear(month: first, day: second) : nil
    }
    guard take(["月"]), let day = number(), take(["日", "号"]) else { return nil }
    return .ofYear(month: first, day: day)
  }

  private mutating func endDay(_ sign: String) -> Bool {
    if sign == "月" { return take(["日", "号"]) }
    // The `T` of ISO 8601; a further digit or sign would be of a number that is none.
    let isEnded = isAtEnd || take(["t"]) || isBeforeClock
    skipAt()
    return isEnded
  }

  // MARK: Clock

  /// What is added to an hour up to twelve, and which hours it may be said of.
  private static let periods: [String: Period] = [
    "凌晨": .night, "早上": .morning, "早晨": .morning, "早": .morning, "上午": .morning, "中午": .noon,
    "下午": .afternoon, "傍晚": .afternoon, "晚上": .evening, "晚": .evening,
  ]

  private enum Period {
    case night, morning, noon, afternoon, evening

    func hour(_ hour: Int) -> Int? {
      switch self {
      case .night: hour == 12 ? 0 : hour < 7 ? hour : nil
      case .morning: (4...12).contains(hour) ? hour : nil
      case .noon: hour == 1 || hour == 2 ? hour + 12 : (11...14).contains(hour) ? hour : nil
      case .afternoon: hour < 12 ? (hour > 0 ? hour + 12 : nil) : hour < 20 ? hour : nil
      // The midnight that ends the day.
      case .evening: hour == 12 ? 24 : (5...11).contains(hour) ? hour + 12 : hour > 16 ? hour : nil
      }
    }
  }

  /// The minute of the day; 1440 is the midnight that ends it.
  mutating func clock() -> Int? {
    if take(["noon"]) { return 720 }
    let period = take(Self.periods)
    if period == .noon, isAtEnd { return 720 }
    guard let typed = number(), typed <= 24, let minute = minuteBehindHour() else { return nil }
    guard let hour = hour(typed, period), hour < 24 || minute == 0 else { return nil }
    return hour * 60 + minute
  }

  private mutating func hour(_ typed: Int, _ period: Period?) -> Int? {
    if let period { return period.hour(typed) }
    guard let isAfternoon = take(["am": false, "pm": true]) else { return typed }
    guard (1...12).contains(typed) else { return nil }
    return typed % 12 + (isAfternoon ? 12 : 0)
  }

  /// `:30`, `点`, `点半`, `点一刻`, `点30分`; nothing before `am` and `pm`.
  private mutating func minuteBehindHour() -> Int? {
    if take([":"]) {
      guard let minute = twoDigits(), minute < 60 else { return nil }
      return minute
    }
    guard take(["点钟", "点整", "点", "时"]) else { return isBeforeHalfOfDay ? 0 : nil }
    if let minute = take(["半": 30, "一刻": 15, "三刻": 45]) { return minute }
    guard !isAtEnd else { return 0 }
    guard let minute = number(), minute < 60 else { return nil }
    _ = take(["分"])
    return minute
  }
}
