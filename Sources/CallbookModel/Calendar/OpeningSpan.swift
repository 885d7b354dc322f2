/// Hours of one day during which the shop is open, by the local clock: `09:00-12:00`.
package struct OpeningSpan: Hashable, Sendable {
  /// Minutes since midnight, 0 to 1439: the first that is open.
  package let fromMinute: Int
  /// Minutes since midnight, later than the start, at most 1440: the first that is not.
  package let toMinute: Int

  /// - Returns: nil when it does not end after it starts, within the day.
  package init?(fromMinute: Int, toMinute: Int) {
    guard fromMinute >= 0, fromMinute < toMinute, toMinute <= 1440 else { return nil }
    self.fromMinute = fromMinute
    self.toMinute = toMinute
  }
}

extension OpeningSpan: LosslessStringConvertible {
  package var description: String {
    String(asciiCount: 11) { text in
      text.append(Int64(fromMinute / 60), width: 2)
      text.append(":")
      text.append(Int64(fromMinute % 60), width: 2)
      text.append("-")
      text.append(Int64(toMinute / 60), width: 2)
      text.append(":")
      text.append(Int64(toMinute % 60), width: 2)
    }
  }

  package init?(_ description: String) {
    var scanner = DigitScanner(description.utf8)
    guard
      let from = scanner.openingMinute(), scanner.skip("-"), let to = scanner.openingMinute(),
      scanner.isAtEnd
    else { return nil }
    self.init(fromMinute: from, toMinute: to)
  }
}

extension DigitScanner {
  /// `09:30`, `9:30` or `24:00`, as minutes since midnight.
  fileprivate mutating func openingMinute() -> Int? {
    guard let tens = digits(1) else { return nil }
    let hour = digits(1).map { tens * 10 + $0 } ?? tens
    guard skip(":"), let minute = digits(2), minute < 60, hour * 60 + minute <= 1440 else {
      return nil
    }
    return hour * 60 + minute
  }
}
