/// A type that a setting of the policy can have: written as people type it.
protocol PolicyValue: Sendable {
  /// - Returns: nil when the text is no such value.
  init?(policyText: String)
  var policyText: String { get }
  /// Whether every number in it is.
  func isWithin(_ range: ClosedRange<Int>) -> Bool
}

enum PolicyValueLimits {
  /// More attempts than anybody makes.
  static let mostListed = 20
  /// Nine digits: no bound of a setting is beyond, and no sum of them overflows.
  static let mostDigits = 9
}

extension Int: PolicyValue {
  init?(policyText: String) {
    guard (1...PolicyValueLimits.mostDigits).contains(policyText.utf8.count),
      policyText.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    self.init(policyText)
  }

  var policyText: String { String(self) }

  func isWithin(_ range: ClosedRange<Int>) -> Bool { range.contains(self) }
}

extension [Int]: PolicyValue {
  init?(policyText: String) {
    let words = policyText.split(separator: " ")
    let numbers = words.compactMap { Int(policyText: String($0)) }
    guard numbers.count == words.count,
      (1...PolicyValueLimits.mostListed).contains(numbers.count)
    else { return nil }
    self = numbers
  }

  var policyText: String { map(String.init).joined(separator: " ") }

  func isWithin(_ range: ClosedRange<Int>) -> Bool { allSatisfy(range.contains) }
}

extension CalendarCycle?: PolicyValue {
  private static var none: String { "none" }

  init?(policyText: String) {
    if policyText == Self.none {
      self = nil
      return
    }
    guard let cycle = CalendarCycle(policyText) else { return nil }
    self = cycle
  }

  var policyText: String { self?.description ?? Self.none }

  func isWithin(_ range: ClosedRange<Int>) -> Bool { true }
}
