/// A DURATION (RFC 5545, section 3.3.6): `P1D`, `PT1H30M`, `P2W`.
struct ICalendarDuration {
  /// By the calendar, however long they are where clocks are set.
  let days: Int64
  let milliseconds: Int64
  let isNegative: Bool

  private typealias Units = [(letter: Character, size: Int64)]

  init?(_ text: some StringProtocol) {
    var text = CellText.trimmed(text).uppercased()[...]
    isNegative = text.first == "-"
    if isNegative || text.first == "+" { text.removeFirst() }
    guard text.popFirst() == "P" else { return nil }
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard
      let days = Self.sum(parts[0], [("W", 7), ("D", 1)]),
      let seconds = Self.sum(parts.dropFirst().first ?? "", [("H", 3600), ("M", 60), ("S", 1)]),
      // Neither an empty text nor one that ends with its T.
      parts.last?.isEmpty == false
    else { return nil }
    self.days = days
    milliseconds = seconds * 1000
  }

  /// - Parameter units: in the order in which they stand, each at most once.
  private static func sum(_ text: Substring, _ units: Units) -> Int64? {
    var (rest, units) = (text, units[...])
    var sum: Int64 = 0
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      guard
        digits.count <= mostDigits, let number = Int64(digits), let letter = rest.popFirst(),
        let place = units.firstIndex(where: { $0.letter == letter })
      else { return nil }
      sum += number * units[place].size
      units = units[(place + 1)...]
    }
    return sum
  }

  /// More seconds than that are thirty years.
  private static let mostDigits = 9
}
