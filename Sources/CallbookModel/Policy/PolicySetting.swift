/// One setting of the policy: a row of the table from which reading, changing, checks and help derive.
package struct PolicySetting: Sendable {
  /// How it is called wherever it is named: `review.cycle.merchant`.
  package let key: String
  package let unit: Unit
  /// What it decides, for whoever sets it.
  package let explanation: String
  /// The bounds of its number, or of each number of its list; nil for what is not counted.
  package let range: ClosedRange<Int>?
  private let read: @Sendable (Policy) -> String
  private let write: @Sendable (String, inout Policy) -> Bool

  /// What its value is.
  package enum Unit: String, Sendable, CaseIterable {
    /// An ISO 8601 period such as `P3M`, or `none`.
    case cycle
    case workingMinutes = "working minutes"
    case workingMinutesOrNone = "working minutes, or none"
    case workingDays = "working days"
    case minutes
    case hours
    case days
    case count
    /// Numbers of working minutes with spaces between.
    case listOfWorkingMinutes = "list of working minutes"
    /// Numbers of minutes with spaces between, or `none`.
    case listOfMinutesOrNone = "list of minutes, or none"
    /// Words with spaces between.
    case listOfWords = "list of words"
    /// `yes` or `no`.
    case answer = "yes or no"
  }

  init<Value: PolicyValue>(
    _ key: String, _ value: any WritableKeyPath<Policy, Value> & Sendable, _ unit: Unit,
    in range: ClosedRange<Int>? = nil, _ explanation: String
  ) {
    self.key = key
    self.unit = unit
    self.range = range
    self.explanation = explanation
    read = { $0[keyPath: value].policyText }
    write = { text, policy in
      guard let new = Value(policyText: text), range.map(new.isWithin) ?? true else {
        return false
      }
      policy[keyPath: value] = new
      return true
    }
  }

  /// Its value as people write it.
  package func text(in policy: Policy) -> String { read(policy) }

  package var defaultText: String { text(in: Policy()) }

  /// Reads a value and puts it into a policy.
  ///
  /// - Returns: what is wrong with it, without repeating it; nil when nothing is.
  package func set(_ text: String, in policy: inout Policy) -> String? {
    write(text, &policy) ? nil : "is \(form)"
  }

  /// What may be written.
  package var form: String {
    let bounds = range.map { "\($0.lowerBound) to \($0.upperBound)" } ?? ""
    return switch unit {
    case .cycle: "a cycle such as P3M, or none"
    case .answer: "yes or no"
    case .workingMinutes, .workingDays, .workingMinutesOrNone, .minutes, .hours, .days:
      "\(bounds) \(unit.rawValue)"
    case .count: bounds
    case .listOfWorkingMinutes:
      "1 to \(PolicyValueLimits.mostListed) numbers of working minutes from \(bounds), such as "
        + defaultText
    case .listOfWords:
      "1 to \(PolicyValueLimits.mostListed) different words of a-z, 0-9 and _, such as \(defaultText)"
    case .listOfMinutesOrNone:
      "1 to \(PolicyValueLimits.mostListed) numbers of minutes from \(bounds), such as "
        + "\(defaultText), or none"
    }
  }

  package static func of(_ key: String) -> PolicySetting? { all.first { $0.key == key } }
}
