/// Reads the POSIX `TZ` text at the end of a zone file.
struct ZoneFooterReader {
  private var rest: ArraySlice<UInt8>

  /// - Returns: nil when it is not such a text.
  static func read(_ text: ArraySlice<UInt8>) -> ZoneFooter? {
    var reader = ZoneFooterReader(rest: text)
    return reader.footer()
  }

  private mutating func footer() -> ZoneFooter? {
    guard skipName(), let west = offset(hours: 24) else { return nil }
    if rest.isEmpty { return ZoneFooter(standardOffset: -west, summer: nil) }
    guard skipName() else { return nil }
    var summerWest = west - 3600
    if rest.first != UInt8(ascii: ",") {
      guard let written = offset(hours: 24) else { return nil }
      summerWest = written
    }
    guard skip(","), let start = yearlyTime(), skip(","), let end = yearlyTime(), rest.isEmpty
    else { return nil }
    return ZoneFooter(
      standardOffset: -west, summer: .init(offset: -summerWest, start: start, end: end))
  }

  /// Three letters or more, or anything of letters, digits and signs in angle brackets.
  private mutating func skipName() -> Bool {
    let isQuoted = skip("<")
    let name = rest.prefix { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"): isQuoted
      default: false
      }
    }
    rest.removeFirst(name.count)
    return name.count >= 3 && (!isQuoted || skip(">"))
  }

  /// `M3.5.0/2`, `J60` or `59/-1`; two in the morning when no time is written.
  private mutating func yearlyTime() -> ZoneFooter.YearlyTime? {
    guard let day = day() else { return nil }
    guard skip("/") else { return .init(day: day, seconds: 7200) }
    return offset(hours: 167).map { .init(day: day, seconds: $0) }
  }

  private mutating func day() -> ZoneFooter.YearlyTime.Day? {
    if skip("J") { return number(1...365).map { .julian($0) } }
    guard skip("M") else { return number(0...365).map { .zeroBased($0) } }
    guard
      let month = number(1...12), skip("."), let week = number(1...5), skip("."),
      let weekday = number(0...6)
    else { return nil }
    return .weekday(month: month, week: week, weekday: weekday)
  }

  /// `-8`, `5:30` or `+3:30:15`, in seconds.
  private mutating func offset(hours: Int) -> Int64? {
    let isNegative = skip("-")
    if !isNegative { _ = skip("+") }
    guard let hour = number(0...hours) else { return nil }
    var seconds = Int64(hour) * 3600
    for unit in [Int64(60), 1] where skip(":") {
      guard let part = number(0...59) else { return nil }
      seconds += Int64(part) * unit
    }
    return isNegative ? -seconds : seconds
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    guard (1...3).contains(digits.count) else { return nil }
    rest.removeFirst(digits.count)
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return range.contains(value) ? value : nil
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }
}
