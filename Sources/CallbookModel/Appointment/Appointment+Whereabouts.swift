extension Appointment {
  /// What moving an appointment out of the way changes, so that it can be moved back.
  package struct Whereabouts: Sendable, Equatable {
    package let state: State
    package let span: AppointmentSpan
    package let tellAt: Instant?
    package let toldAt: Instant?

    package init(state: State, span: AppointmentSpan, tellAt: Instant?, toldAt: Instant?) {
      self.state = state
      self.span = span
      self.tellAt = tellAt
      self.toldAt = toldAt
    }
  }

  package var whereabouts: Whereabouts {
    Whereabouts(state: state, span: span, tellAt: tellAt, toldAt: toldAt)
  }
}
