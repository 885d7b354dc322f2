/// By which way the customer came to say so.
package enum BookingChannel: String, Codable, Sendable, CaseIterable {
  case online
  case phone
  case counter
}
