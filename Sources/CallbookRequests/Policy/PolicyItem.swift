import CallbookModel
import CallbookProtocol

/// A setting of the policy as it is shown.
package struct PolicyItem: Codable, Sendable, Equatable {
  package let key: String
  package let value: String
  /// What it is until an admin changes it.
  package let standard: String
  /// `cycle`, `count`, `working days`, …
  package let unit: String
  package let minimum: Int?
  package let maximum: Int?
  package let explanation: String

  private enum CodingKeys: String, CodingKey {
    case key, value
    case standard = "default"
    case unit, minimum, maximum, explanation
  }

  init(_ setting: PolicySetting, in policy: Policy) {
    key = setting.key
    value = setting.text(in: policy)
    standard = setting.defaultText
    unit = setting.unit.rawValue
    minimum = setting.range?.lowerBound
    maximum = setting.range?.upperBound
    explanation = setting.explanation
  }
}

/// A setting with the revision of the rules that have it.
package struct PolicyValueReply: Codable, Sendable, Equatable {
  package let key: String
  package let value: String
  /// Grows with every change of policy or calendar.
  package let rev: Int64
}

extension PolicySetting {
  /// - Throws: `NOT_FOUND`.
  static func named(_ key: String) throws(CallbookError) -> PolicySetting {
    guard let setting = of(key) else {
      let nearest = NearestWord.to(key, among: all.map(\.key))
      throw CallbookError(
        .notFound, "the policy has no such setting",
        hint: nearest.map { "callbook policy get \($0)" } ?? "callbook policy list")
    }
    return setting
  }

  /// The policy with another value of this setting.
  ///
  /// - Throws: `INVALID_PARAMS`.
  func changed(to value: String, in policy: Policy) throws(CallbookError) -> Policy {
    var policy = policy
    if let fault = set(value, in: &policy) {
      throw CallbookError(
        .invalidParams, "the value of \(key) is wrong", hint: "callbook policy get \(key)",
        violations: [Violation("/value", fault)])
    }
    return policy
  }
}
