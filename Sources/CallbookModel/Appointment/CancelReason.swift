/// Why an appointment will not take place: a word of the list that the policy holds (DOMAIN A3).
///
/// One that policy has no longer stays readable where it was used.
package struct CancelReason: Hashable, Sendable {
  package let text: String

  /// Short enough to be typed.
  package static let longest = 40

  private init(known text: String) {
    self.text = text
  }

  package static let customerRequest = Self(known: "customer_request")
  package static let detailsChanged = Self(known: "details_changed")
  package static let noLongerNeeded = Self(known: "no_longer_needed")
  package static let shopClosed = Self(known: "shop_closed")
  package static let staffUnavailable = Self(known: "staff_unavailable")
  package static let weather = Self(known: "weather")
  /// What needs a text to be understood.
  package static let other = Self(known: "other")
}

/// The words to choose from.
package struct CancelReasons: Sendable, Equatable {
  package let list: [CancelReason]

  package init(_ list: [CancelReason]) {
    self.list = list
  }

  /// Until an admin changes it.
  package static let usual = CancelReasons([
    .customerRequest, .detailsChanged, .noLongerNeeded, .shopClosed, .staffUnavailable, .weather,
    .other,
  ])
}

extension CancelReason: TextCoded {
  package static var notRead: String {
    "is not a word of 1 to \(longest) of a-z, 0-9 and _, such as customer_request"
  }

  package var description: String { text }

  package init?(_ description: String) {
    guard (1...Self.longest).contains(description.utf8.count),
      description.utf8.allSatisfy({
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
      })
    else { return nil }
    text = description
  }
}
