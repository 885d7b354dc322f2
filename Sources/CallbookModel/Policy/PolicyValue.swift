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

extension Bool: PolicyValue {
  init?(policyText: String) {
    switch policyText {
    case "yes": self = true
    case "no": self = false
    default: return nil
    }
  }

  var policyText: String { self ? "yes" : "no" }

  func isWithin(_ range: ClosedRange<Int>) -> Bool { true }
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

/// What may be switched off: `none`.
extension Optional: PolicyValue where Wrapped: PolicyValue {
  private static var noneText: String { "none" }

  init?(policyText: String) {
    if policyText == Self.noneText {
      self = nil
      return
    }
    guard let value = Wrapped(policyText: policyText) else { return nil }
    self = value
  }

  var policyText: String { self?.policyText ?? Self.noneText }

  func isWithin(_ range: ClosedRange<Int>) -> Bool { self?.isWithin(range) ?? true }
}

extension CalendarCycle: PolicyValue {
  init?(policyText: String) {
    self.init(policyText)
  }

  var policyText: String { description }

  func isWithin(_ range: ClosedRange<Int>) -> Bool { true }
}

extension CancelReasons: PolicyValue {
  init?(policyText: String) {
    let words = policyText.split(separator: " ")
    let reasons = words.compactMap { CancelReason(String($0)) }
    guard reasons.count == words.count, Set(reasons).count == reasons.count,
      (1...PolicyValueLimits.mostListed).contains(reasons.count)
    else { return nil }
    self.init(reasons)
  }

  var policyText: String { list.map(\.text).joined(separator: " ") }

  func isWithin(_ range: ClosedRange<Int>) -> Bool { true }
}
