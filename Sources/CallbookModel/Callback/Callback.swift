/// A call that the shop owes a contact (回访, DOMAIN K1 and K2): a state machine as a value.
///
///     planned, trying ──── attempt ───> trying; refused; exhausted after the last that reached nobody
///     planned, trying ──── snooze ────> as it was, later
///     planned, trying ──── reassign ──> as it was, with stage, count and due
///     planned, trying ──── withdraw ──> withdrawn
///     planned ──────────── retract ───> withdrawn: what it was planned for did not happen after all
///     planned, trying ──── absorb ────> withdrawn: another one is for the same
///     planned, trying, exhausted ── attempt that reached ──> done
///     planned, trying, exhausted ── satisfy ───────────────> satisfied: the customer called in
///
/// Whatever is not listed is refused by name. Exhausted ones were handed to a manager, who may still
/// reach the customer.
package struct Callback: Codable, Sendable, Equatable {
  /// Why it was planned.
  package enum Occasion: String, Codable, Sendable, CaseIterable {
    case manual
    case firstSettlement = "first_settlement"
    case appointmentCompleted = "appointment_completed"
    case complaintResolved = "complaint_resolved"
    case numberChanged = "number_changed"
    case lowSatisfaction = "low_satisfaction"
    /// Operations concluded that the customer is to be called again.
    case followUp = "follow_up"
    /// Periodic care.
    case care
  }

  package enum State: String, Codable, Sendable, CaseIterable {
    /// Nobody has begun.
    case planned
    /// Somebody tried, and it goes on.
    case trying
    /// The customer was reached, and there is a form.
    case done
    /// The customer called in.
    case satisfied
    /// Tried as often as policy says; a manager was told.
    case exhausted
    /// The customer does not want to be called.
    case refused
    case withdrawn
  }

  /// How it ended.
  package struct End: Codable, Sendable, Equatable {
    /// What withdrew it when no person did.
    package enum Cause: String, Codable, Sendable, CaseIterable {
      /// What it was planned for was taken back.
      case reversed
      /// Contacts were merged, and the other one's callback was for the same.
      case merged
    }

    package let at: Instant
    /// The user name; nil for root and the daemon's own user.
    package let user: String?
    package let cause: Cause?
    package let note: String?

    package init(at: Instant, user: String?, cause: Cause? = nil, note: String? = nil) {
      self.at = at
      self.user = user
      self.cause = cause
      self.note = note
    }
  }

  package let id: CallbackID
  package let uuid: UniqueID
  /// Grows with every change.
  package var rev: Int64
  package var contact: ContactID
  /// The terminal that it is about, as people call it.
  package let terminal: String?
  package let occasion: Occasion
  /// What to talk about.
  package let reason: String?
  /// The user name of whoever is to call; nil when there was nobody to give it to.
  package internal(set) var assignee: String?
  package internal(set) var state: State
  /// When the customer was to be called first; stays when it is tried or put off.
  package internal(set) var due: Instant
  /// When to try next; nil when it has ended.
  package internal(set) var next: Instant?
  /// The number that this time was chosen for.
  package internal(set) var nextPoint: PointID?
  /// Whether it was due already when it was planned: its event was told late.
  package let isLate: Bool
  package internal(set) var attempts: [CallbackAttempt]
  package let createdAt: Instant
  package internal(set) var end: End?
  // What belongs to others and is shown with it.
  /// The contact's name.
  package var name: String?
  /// Who looks after the contact.
  package var owner: String?
  /// The number to call next; nil when it has ended or there is none to use.
  package var number: CallbackNumber?
  /// The form that came of it.
  package var form: FormID?
  /// Whether sensitive fields were left out because of who asks (DOMAIN S4).
  package var isRedacted: Bool?

  package init(
    id: CallbackID, uuid: UniqueID, rev: Int64 = 1, contact: ContactID, terminal: String? = nil,
    occasion: Occasion = .manual, reason: String? = nil, assignee: String? = nil,
    state: State = .planned, due: Instant, next: Instant?, isLate: Bool = false,
    attempts: [CallbackAttempt] = [], createdAt: Instant, end: End? = nil
  ) {
    self.id = id
    self.uuid = uuid
    self.rev = rev
    self.contact = contact
    self.terminal = terminal
    self.occasion = occasion
    self.reason = reason
    self.assignee = assignee
    self.state = state
    self.due = due
    self.next = next
    self.isLate = isLate
    self.attempts = attempts
    self.createdAt = createdAt
    self.end = end
  }

  private enum CodingKeys: String, CodingKey {
    case id, rev, state, contact, name, owner, terminal, occasion, reason, assignee
    case due = "due_at"
    case next = "next_at"
    case isLate = "late"
    case number, attempts, end, form
    case createdAt = "created_at"
    case uuid
    case isRedacted = "redacted"
  }
}

extension Callback {
  /// What it is about: its terminal; where none is named, its occasion. A contact has one open callback
  /// for each.
  package var matter: String { Self.matter(terminal: terminal, occasion: occasion) }

  package static func matter(terminal: String?, occasion: Occasion) -> String {
    terminal.map { "#" + $0 } ?? occasion.rawValue
  }

  /// For whoever reads it from where it is kept.
  package mutating func setAttempts(_ attempts: [CallbackAttempt]) { self.attempts = attempts }

  /// For whoever reads it from where it is kept.
  package mutating func setNextPoint(_ point: PointID?) { nextPoint = point }
}

extension Callback: Identified {
  package static var idLetter: Unicode.Scalar { "k" }
  package static var noun: String { "callback" }
}

package typealias CallbackID = Identifier<Callback>

extension Callback.State {
  /// Whether somebody still has to call.
  package var isOpen: Bool { self == .planned || self == .trying }
}

/// A number to call.
package struct CallbackNumber: Codable, Sendable, Equatable {
  package let point: PointID
  package let value: String
  package let `extension`: String?
  package let label: String?

  package init(_ point: ContactPoint) {
    self.point = point.id
    value = point.value
    `extension` = point.extensionDigits
    label = point.label
  }
}
