package import CallbookModel

/// Something that calendars show: what becomes a VEVENT (RFC 5545, section 3.6.1).
package struct CalendarEvent: Equatable, Sendable {
  /// What becomes of it (section 3.8.1.11).
  package enum Status: String, Sendable, CaseIterable {
    case tentative = "TENTATIVE"
    case confirmed = "CONFIRMED"
    /// Whoever subscribed takes it away.
    case cancelled = "CANCELLED"
  }

  /// The same for as long as it exists, wherever it is moved.
  package let uid: String
  /// Grows whenever it is moved or cancelled (section 3.8.7.4).
  package let sequence: Int
  package let created: Instant
  package let lastModified: Instant
  package let start: Instant
  package let end: Instant
  package let status: Status
  package let summary: String
  package var location: String?
  package var details: String?
  package var categories: [String] = []
  /// Minutes before its start at which a calendar speaks up.
  package var alarms: [Int] = []

  package init(
    uid: String, sequence: Int, created: Instant, lastModified: Instant, start: Instant,
    end: Instant, status: Status, summary: String
  ) {
    self.uid = uid
    self.sequence = sequence
    self.created = created
    self.lastModified = lastModified
    self.start = start
    self.end = end
    self.status = status
    self.summary = summary
  }
}
