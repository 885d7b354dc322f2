extension Appointment {
  /// What can be asked of an appointment, as a refusal names it.
  package enum Transition: String, Sendable, CaseIterable {
    case confirm = "confirmed"
    case complete = "completed"
    case noShow = "reported as a no-show"
    case move = "moved"
    case moveBack = "moved back"
    case reassign = "reassigned"
    case tell = "told of"
    case cancel = "cancelled"
    case reinstate = "brought back"
  }

  /// - Throws: `WRONG_STATE` when it is over or was cancelled.
  package func requireActive(_ transition: Transition) throws(CallbookError) {
    guard state.isActive else { throw refusal(of: transition) }
  }

  /// - Throws: `WRONG_STATE` when it is over, was cancelled or is still to come.
  func requireBegun(_ transition: Transition, at now: Instant) throws(CallbookError) {
    try requireActive(transition)
    guard now >= start else {
      throw CallbookError(
        .wrongState, "\(id) is still to come: it cannot be \(transition.rawValue) before \(start)",
        hint: "callbook appointment get \(id)")
    }
  }

  /// - Throws: `WRONG_STATE` when it is over, was cancelled or has begun.
  package func requireToCome(
    _ transition: Transition, at now: Instant
  ) throws(CallbookError) {
    try requireActive(transition)
    guard start > now else {
      throw CallbookError(
        .wrongState, "\(id) has begun: it cannot be \(transition.rawValue) any more",
        hint: "callbook appointment get \(id)")
    }
  }

  func refusal(of transition: Transition) -> CallbookError {
    CallbookError(
      .wrongState, "\(id) \(state.happened); it cannot be \(transition.rawValue)",
      hint: "callbook appointment get \(id)")
  }

  func tooLate(_ transition: Transition) -> CallbookError {
    CallbookError(
      .wrongState, "\(id) was for \(start), which is past: it cannot be \(transition.rawValue)",
      hint: "callbook appointment book \(contact)")
  }
}

extension Appointment.State {
  fileprivate var happened: String {
    switch self {
    case .booked: "is booked"
    case .confirmed: "is confirmed"
    case .completed: "was completed"
    case .noShow: "was reported as a no-show"
    case .cancelled: "was cancelled"
    }
  }
}
