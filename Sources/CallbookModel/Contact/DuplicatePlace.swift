/// Where a page of the list of duplicates ended: lists go by reason, then in the order in which the
/// store can read them along an index.
package struct DuplicatePlace: Hashable, Sendable {
  package let reason: DuplicateReason
  /// The digits of a phone from behind, an email, or the number of a name.
  package let value: String

  package init(_ reason: DuplicateReason, _ value: String) {
    self.reason = reason
    self.value = value
  }

  package init(of key: DuplicateKey) {
    let value =
      switch key.reason {
      case .phone: PhoneNumber(e164: key.value).reversedDigits
      case .email: key.value
      case .name: String(NameKey.number(of: key.value, tellsApart: true))
      }
    self.init(key.reason, value)
  }
}

extension DuplicatePlace: LosslessStringConvertible {
  package var description: String { "\(reason.rawValue):\(value)" }

  package init?(_ description: String) {
    let parts = description.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let reason = DuplicateReason(rawValue: parts[0]) else { return nil }
    if reason == .name, Int64(parts[1]) == nil { return nil }
    self.init(reason, parts[1])
  }
}
