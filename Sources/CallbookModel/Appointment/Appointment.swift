/// A time that was agreed with a contact (预约, DOMAIN A1 and A2): a state machine as a value.
///
///     booked ─────────────── confirm ───> confirmed
///     booked, confirmed ──── complete ──> completed: from its start on
///     booked, confirmed ──── noShow ────> no_show: from its start on
///     booked, confirmed ──── move ──────> booked, at another time or place; sequence grows
///     booked ─────────────── moveBack ──> as it was before it was moved; sequence grows
///     booked, confirmed ──── reassign ──> as it was, of somebody else
///     booked, confirmed ──── tell ──────> as it was; the customer knows
///     booked, confirmed ──── cancel ────> cancelled; sequence grows
///     any ────────────────── carry ────> as it was, of the series that goes on with its own
///     booked, confirmed ──── follow ───> the same, and as that series has it
///     cancelled ──────────── reinstate ─> booked, as it was; sequence grows
///
/// Whatever is not listed is refused by name. Nothing is ever deleted.
package struct Appointment: Codable, Sendable, Equatable {
  package enum State: String, Codable, Sendable, CaseIterable {
    case booked
    /// The customer said that they come.
    case confirmed
    case completed
    case noShow = "no_show"
    case cancelled
  }

  /// Who did not come.
  package enum Party: String, Codable, Sendable, CaseIterable {
    case customer
    case staff
  }

  package let id: AppointmentID
  package let uuid: UniqueID
  /// Grows with every change.
  package var rev: Int64
  package let kind: AppointmentKind
  package internal(set) var state: State
  package var contact: ContactID
  package internal(set) var start: Instant
  package internal(set) var end: Instant
  package internal(set) var durationMinutes: Int
  /// nil where it takes place at the customer's.
  package internal(set) var place: PlaceName?
  /// The user name of whoever is to be there; nil while that is open.
  package internal(set) var assignee: String?
  /// The terminal that it is about, as people call it.
  package let terminal: String?
  package let channel: BookingChannel
  package let note: String?
  /// How often it was moved, cancelled and brought back (RFC 5545, SEQUENCE).
  package internal(set) var sequence: Int
  package internal(set) var noShowBy: Party?
  /// Why it was booked or moved against a rule.
  package internal(set) var override: String?
  package internal(set) var cancellation: Cancellation?
  /// The series that it belongs to.
  package internal(set) var series: SeriesID?
  /// When the series has it, whatever became of it since (RFC 5545, RECURRENCE-ID).
  package internal(set) var occurrence: Instant?
  /// Whether somebody moved it or gave it to somebody else since its series made it.
  package internal(set) var isException: Bool?
  /// Who booked it; nil for root and the daemon's own user.
  package let bookedBy: String?
  package let createdAt: Instant
  package var updatedAt: Instant
  /// When its time was agreed last: reminders that would have been due before are no use.
  package internal(set) var arrangedAt: Instant
  /// When it was given to its assignee.
  package internal(set) var assignedAt: Instant
  /// Since when the customer is to be told of it; nil while there is nothing to tell.
  package internal(set) var tellAt: Instant?
  /// When the customer was told last.
  package internal(set) var toldAt: Instant?
  // What belongs to others and is shown with it.
  /// The contact's name.
  package var name: String?
  /// Who looks after the contact.
  package var owner: String?
  /// Whether sensitive fields were left out because of who asks (DOMAIN S4).
  package var isRedacted: Bool?

  package init(
    id: AppointmentID, uuid: UniqueID, rev: Int64 = 1, kind: AppointmentKind,
    state: State = .booked, contact: ContactID, span: AppointmentSpan, place: PlaceName? = nil,
    assignee: String? = nil, terminal: String? = nil, channel: BookingChannel = .counter,
    note: String? = nil, sequence: Int = 0, override: String? = nil, series: SeriesID? = nil,
    occurrence: Instant? = nil, bookedBy: String?, createdAt: Instant
  ) {
    self.id = id
    self.uuid = uuid
    self.rev = rev
    self.kind = kind
    self.state = state
    self.contact = contact
    start = span.start
    end = span.end
    durationMinutes = span.minutes
    self.place = place
    self.assignee = assignee
    self.terminal = terminal
    self.channel = channel
    self.note = note
    self.sequence = sequence
    self.override = override
    self.series = series
    self.occurrence = occurrence
    self.bookedBy = bookedBy
    self.createdAt = createdAt
    updatedAt = createdAt
    arrangedAt = createdAt
    assignedAt = createdAt
  }

  private enum CodingKeys: String, CodingKey {
    case id, rev, kind, state, contact, name, owner
    case start = "start_at"
    case end = "end_at"
    case durationMinutes = "duration_minutes"
    case place, assignee, terminal, channel, note, sequence
    case noShowBy = "no_show_by"
    case override, cancellation, series, occurrence
    case isException = "exception"
    case tellAt = "tell_at"
    case toldAt = "told_at"
    case bookedBy = "booked_by"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
    case arrangedAt = "arranged_at"
    case assignedAt = "assigned_at"
    case uuid
    case isRedacted = "redacted"
  }
}

extension Appointment {
  package var span: AppointmentSpan { AppointmentSpan(from: start, to: end) }

  /// What is kept of it beside what it was booked as.
  package struct Course: Sendable, Equatable {
    package let noShowBy: Party?
    package let cancellation: Cancellation?
    package let updatedAt: Instant
    package let arrangedAt: Instant
    package let assignedAt: Instant
    package let tellAt: Instant?
    package let toldAt: Instant?
    package let isException: Bool?

    package init(
      noShowBy: Party?, cancellation: Cancellation?, updatedAt: Instant, arrangedAt: Instant,
      assignedAt: Instant, tellAt: Instant?, toldAt: Instant?, isException: Bool?
    ) {
      self.noShowBy = noShowBy
      self.cancellation = cancellation
      self.updatedAt = updatedAt
      self.arrangedAt = arrangedAt
      self.assignedAt = assignedAt
      self.tellAt = tellAt
      self.toldAt = toldAt
      self.isException = isException
    }
  }

  /// For whoever reads it from where it is kept.
  package mutating func setCourse(_ course: Course) {
    noShowBy = course.noShowBy
    cancellation = course.cancellation
    updatedAt = course.updatedAt
    arrangedAt = course.arrangedAt
    assignedAt = course.assignedAt
    tellAt = course.tellAt
    toldAt = course.toldAt
    isException = course.isException
  }
}

extension Appointment: Identified {
  package static var idLetter: Unicode.Scalar { "a" }
  package static var noun: String { "appointment" }
}

package typealias AppointmentID = Identifier<Appointment>

extension Appointment.State {
  /// Whether it holds its slot: what was cancelled or is over blocks nothing.
  package var isActive: Bool { self == .booked || self == .confirmed }
}
