extension Appointment {
  /// Why an appointment will not take place, and who said so how (取消预约, DOMAIN A3).
  package struct Cancellation: Codable, Sendable, Equatable {
    /// Whose decision it was.
    package enum Party: String, Codable, Sendable, CaseIterable {
      case customer
      case shop
    }

    package let reason: CancelReason
    package let text: String?
    package let party: Party
    /// The user name of whoever entered it; nil for root and the daemon's own user.
    package let by: String?
    package let channel: BookingChannel
    package let at: Instant
    /// Whether the customer was told what the cancellation means, and agreed.
    package let termsAcknowledged: Bool

    package init(
      _ reason: CancelReason, text: String? = nil, party: Party, by: String?,
      channel: BookingChannel,
      at: Instant, termsAcknowledged: Bool
    ) {
      self.reason = reason
      self.text = text
      self.party = party
      self.by = by
      self.channel = channel
      self.at = at
      self.termsAcknowledged = termsAcknowledged
    }

    private enum CodingKeys: String, CodingKey {
      case reason, text, party, by, channel, at
      case termsAcknowledged = "terms_acknowledged"
    }
  }
}
