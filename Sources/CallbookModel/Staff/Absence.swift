/// When a member of staff is away, and who stands in for them (DOMAIN S5).
package struct Absence: Codable, Sendable, Equatable {
  package let from: Instant
  /// The first instant at which they are back; nil until they say so.
  package let until: Instant?
  /// The user name of whoever stands in.
  package let substitute: String
  package var reason: String?

  package init(from: Instant, until: Instant?, substitute: String, reason: String? = nil) {
    self.from = from
    self.until = until
    self.substitute = substitute
    self.reason = reason
  }

  package func covers(_ instant: Instant) -> Bool {
    from <= instant && !isOver(at: instant)
  }

  package func isOver(at instant: Instant) -> Bool {
    until.map { $0 <= instant } ?? false
  }
}
