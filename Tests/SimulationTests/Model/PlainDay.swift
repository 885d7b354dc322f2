/// A day by its number since 1970-01-01, reckoned as one counts on a wall calendar: month after month.
struct PlainDay: Hashable, Comparable {
  let number: Int

  static func < (one: PlainDay, other: PlainDay) -> Bool { one.number < other.number }

  /// Every day of the simulated years, in order.
  private static let table: [(year: Int, month: Int, day: Int)] = {
    var days: [(year: Int, month: Int, day: Int)] = []
    for year in 2024...2032 {
      for month in 1...12 {
        for day in 1...length(month, year) { days.append((year, month, day)) }
      }
    }
    return days
  }()

  /// 2024-01-01.
  private static let firstNumber = 19_723

  private static func length(_ month: Int, _ year: Int) -> Int {
    month == 2 ? (year.isMultiple(of: 4) ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  private static let numbers: [Int: Int] = Dictionary(
    uniqueKeysWithValues: table.enumerated().map { place, day in
      (day.year * 10_000 + day.month * 100 + day.day, firstNumber + place)
    })

  init(number: Int) { self.number = number }

  init(_ year: Int, _ month: Int, _ day: Int) {
    number = Self.numbers[year * 10_000 + month * 100 + day] ?? 0
  }

  /// `2026-05-03`.
  init(_ text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    self.init(parts[0], parts[1], parts[2])
  }

  private var parts: (year: Int, month: Int, day: Int) { Self.table[number - Self.firstNumber] }

  var year: Int { parts.year }

  /// 0 is Monday: the first of January 1970 was a Thursday.
  var weekday: Int { (number + 3) % 7 }

  func plus(_ days: Int) -> PlainDay { PlainDay(number: number + days) }

  /// The same day some months later, or that month's last.
  func plus(months: Int) -> PlainDay {
    var (year, month, day) = parts
    for _ in 0..<months { (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1) }
    day = min(day, Self.length(month, year))
    return PlainDay(year, month, day)
  }

  /// After one `P3M`, `P2W`, `P10D` or `P1Y`.
  func plus(cycle: String) -> PlainDay {
    let count = Int(cycle.dropFirst().dropLast()) ?? 0
    switch cycle.last {
    case "D": return plus(count)
    case "W": return plus(count * 7)
    case "M": return plus(months: count)
    default: return plus(months: count * 12)
    }
  }

  var text: String {
    let (year, month, day) = parts
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}

extension Set<PlainDay> {
  /// Days, or two with a slash between.
  init(spans: [String]) {
    self = []
    for span in spans {
      let ends = span.split(separator: "/").map { PlainDay(String($0)) }
      var day = ends[0]
      while day <= ends[ends.count - 1] {
        insert(day)
        day = day.plus(1)
      }
    }
  }
}
