extension WeeklyHours: TextCoded {
  package static var notRead: String {
    "is not the hours of a week; write them as Mon-Fri 09:00-12:00,13:30-18:00; Sat 10:00-16:00"
  }

  /// Neighbours with the same hours are one part; closed days are left out. `closed` when all are.
  package var description: String {
    var parts: [String] = []
    var first = Weekday.allCases[...]
    while let start = first.first {
      let run = first.prefix { self[$0] == self[start] }
      first = first.dropFirst(run.count)
      guard !self[start].isClosed, let end = run.last else { continue }
      let days = start == end ? start.abbreviation : "\(start.abbreviation)-\(end.abbreviation)"
      parts.append("\(days) \(self[start])")
    }
    return parts.isEmpty ? "closed" : parts.joined(separator: "; ")
  }

  /// Reads English and Chinese names of days: `Mon-Fri`, `Sat,Sun`, `周一至周五`.
  package init?(_ description: String) {
    let text = String(String.UnicodeScalarView(description.unicodeScalars.map(\.plainPunctuation)))
    if text.lowercased() == "closed" {
      self.init([:])
      return
    }
    var hours: [Weekday: DayHours] = [:]
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      let words = part.split(separator: " ", maxSplits: 1)
      guard
        words.count == 2, let days = Self.weekdays(words[0]), let day = DayHours(String(words[1]))
      else { return nil }
      for weekday in days {
        // A day that is named twice is a slip, whichever hours were meant.
        guard hours.updateValue(day, forKey: weekday) == nil else { return nil }
      }
    }
    self.init(hours)
  }

  private static func weekdays(_ text: Substring) -> [Weekday]? {
    var days: [Weekday] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map(
        Weekday.init(name:))
      guard let first = ends[0] else { return nil }
      guard ends.count > 1 else {
        days.append(first)
        continue
      }
      guard ends.count == 2, let last = ends[1], first < last else { return nil }
      days += Weekday.allCases.filter { (first...last).contains($0) }
    }
    return days
  }
}

extension Weekday {
  /// `Mon`, `monday`, `周一` or `星期一`.
  fileprivate init?(name: Substring) {
    let name = name.lowercased()
    let found = Self.allCases.first { day in
      name == day.abbreviation.lowercased() || name == "\(day)" || day.isNamed(inChinese: name)
    }
    guard let found else { return nil }
    self = found
  }

  private func isNamed(inChinese name: String) -> Bool {
    let numerals: [[Character]] = [
      ["一"], ["二"], ["三"], ["四"], ["五"], ["六"], ["日", "天"],
    ]
    return numerals[rawValue - 1].contains { name == "周\($0)" || name == "星期\($0)" }
  }
}

extension Unicode.Scalar {
  /// What a Chinese keyboard writes for the punctuation of hours.
  fileprivate var plainPunctuation: Unicode.Scalar {
    switch self {
    case "；": ";"
    case "，", "、": ","
    case "：": ":"
    case "至", "到", "–", "—", "－", "~", "～": "-"
    case "\u{3000}": " "
    default: self
    }
  }
}
