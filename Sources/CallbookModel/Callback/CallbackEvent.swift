/// Something that happened and that a rule may plan a callback for (DOMAIN K1).
///
/// Whatever causes one reports it; the same one may be reported any number of times.
package struct CallbackEvent: Sendable, Equatable {
  package let occasion: Callback.Occasion
  /// What it happened to, as the ledger names it: `terminal` 4, `form` 6.
  package let subjectKind: String
  package let subject: Int64
  /// Which one of the subject's: empty when there can be one only. At most 60 characters, nothing
  /// personal.
  package let occurrence: String
  package let contact: ContactID
  package let terminal: String?
  package let at: Instant

  package init(
    _ occasion: Callback.Occasion, of subjectKind: String, _ subject: Int64,
    occurrence: String = "", contact: ContactID, terminal: String? = nil, at: Instant
  ) {
    self.occasion = occasion
    self.subjectKind = subjectKind
    self.subject = subject
    self.occurrence = occurrence
    self.contact = contact
    self.terminal = terminal
    self.at = at
  }
}

extension Policy {
  /// Working minutes from an event to its callback; nil when policy plans none.
  package func callbackDelay(after occasion: Callback.Occasion) -> Int? {
    switch occasion {
    case .manual: callbackFirstAttemptMinutes
    case .firstSettlement: callbackAfterFirstSettlement
    case .appointmentCompleted: callbackAfterAppointment
    case .complaintResolved: callbackAfterComplaint
    case .numberChanged: callbackAfterNumberChange
    case .lowSatisfaction: callbackAfterLowSatisfaction
    case .followUp: callbackAfterFollowUp
    // Its cycle decides whether it is planned; it is due when it is.
    case .care: 0
    }
  }
}
