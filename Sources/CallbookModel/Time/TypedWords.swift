/// The words and numbers of a typed time, in English and Chinese, taken from the front.
struct TypedWords {
  private var rest: Substring
  private var hasSkippedSpace = false

  /// Letters become small, wide digits and signs plain.
  init(_ text: String) {
    let plain = text.unicodeScalars.map { scalar -> Character in
      switch scalar.value {
      case 0x3000: " "
      case 0xFF01...0xFF5E: Character(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      default: Character(scalar)
      }
    }
    rest = String(plain).lowercased()[...]
    skipSpaces()
  }

  var isAtEnd: Bool { rest.isEmpty }

  private mutating func skipSpaces() {
    let before = rest.count
    rest = rest.drop { $0 == " " }
    hasSkippedSpace = rest.count < before
  }

  mutating func skipAt() {
    _ = take(["at "])
    skipSpaces()
  }

  /// Takes the longest of the words that stands here, and the spaces behind it.
  mutating func take<Value>(_ values: [String: Value]) -> Value? {
    let found = values.filter { rest.hasPrefix($0.key) }.max { $0.key.count < $1.key.count }
    guard let found else { return nil }
    rest.removeFirst(found.key.count)
    skipSpaces()
    return found.value
  }

  mutating func take(_ words: [String]) -> Bool {
    take(Dictionary(words.map { ($0, true) }) { $1 }) ?? false
  }

  // MARK: Numbers

  private static let numerals: [Character: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9,
  ]

  /// Up to four digits, or Chinese up to ninety-nine, and the spaces behind them.
  mutating func number() -> Int? {
    defer { skipSpaces() }
    let digits = rest.prefix { ("0"..."9").contains($0) }
    if !digits.isEmpty {
      guard digits.count <= 4, let number = Int(digits) else { return nil }
      rest.removeFirst(digits.count)
      return number
    }
    let first = rest.first.flatMap { Self.numerals[$0] }
    if first != nil { rest.removeFirst() }
    guard rest.first == "十" else { return first }
    rest.removeFirst()
    let last = rest.first.flatMap { Self.numerals[$0] }
    if last != nil { rest.removeFirst() }
    return (first ?? 1) * 10 + (last ?? 0)
  }

  /// Of minutes: always two.
  mutating func twoDigits() -> Int? {
    let digits = rest.prefix { ("0"..."9").contains($0) }
    guard digits.count == 2 else { return nil }
    rest.removeFirst(2)
    skipSpaces()
    return Int(digits)
  }

  // MARK: What comes next

  var isBeforeHalfOfDay: Bool { ["am", "pm"].contains { rest.hasPrefix($0) } }

  /// Whether a space was taken before what stands here, which may be the beginning of a clock.
  var isBeforeClock: Bool { hasSkippedSpace }

  mutating func putBack(_ text: String) { rest = (text + rest)[...] }

  // MARK: From now

  private static let units: [String: (days: Int64, minutes: Int64)] = [
    "w": (7, 0), "week": (7, 0), "weeks": (7, 0), "d": (1, 0), "day": (1, 0), "days": (1, 0),
    "h": (0, 60), "hour": (0, 60), "hours": (0, 60), "m": (0, 1), "min": (0, 1),
    "minute": (0, 1), "minutes": (0, 1),
    "周": (7, 0), "星期": (7, 0), "礼拜": (7, 0), "天": (1, 0), "小时": (0, 60), "钟头": (0, 60),
    "分钟": (0, 1), "分": (0, 1),
  ]

  /// Days and minutes from now, negative for back.
  mutating func shift() -> (days: Int64, minutes: Int64)? {
    if let sign = take(["+": Int64(1), "-": -1, "in ": 1]) {
      var sum: (days: Int64, minutes: Int64) = (0, 0)
      repeat {
        guard let amount = amount() else { return nil }
        sum = (sum.days + sign * amount.days, sum.minutes + sign * amount.minutes)
      } while rest.first.map { ("0"..."9").contains($0) } ?? false && sum.minutes != 0
      return sum
    }
    guard let amount = amount(),
      let sign = take(["后": Int64(1), "以后": 1, "之后": 1, "前": -1, "以前": -1, "之前": -1])
    else { return nil }
    return (sign * amount.days, sign * amount.minutes)
  }

  /// `3d`, `30 min`, `两个星期`, `一个半小时`, `半小时`.
  private mutating func amount() -> (days: Int64, minutes: Int64)? {
    var halves = 0
    if take(["半个", "半"]) {
      halves = 1
    } else {
      guard let number = number() else { return nil }
      halves = number * 2
      if take(["个半"]) { halves += 1 } else { _ = take(["个"]) }
    }
    guard let unit = take(Self.units), halves % 2 == 0 || unit.minutes == 60 else { return nil }
    return (unit.days * Int64(halves) / 2, unit.minutes * Int64(halves) / 2)
  }
}
