import CallbookModel
import CallbookStore

/// What became of the appointments of a series from a visit on, when another one goes on with it.
struct SeriesContinuation {
  /// Those that stay at the time that they had.
  var kept: [AppointmentID] = []
  /// Those on days that the other one does not have.
  var items: [BulkItem] = []
  /// What brings these back.
  var bulk: Int64?
}

extension WriteTransaction {
  /// Takes appointments over into the series that goes on with theirs: those that nobody changed as that
  /// has them. What it has not on their day is cancelled, unless somebody changed it.
  ///
  /// - Parameter cancellation: why; nil where nobody said it.
  /// - Throws: `INVALID_PARAMS` where it is needed.
  func carry(
    _ appointments: [Appointment], to next: Series, _ cancellation: Appointment.Cancellation?
  ) throws(CallbookError) -> SeriesContinuation {
    var done = SeriesContinuation()
    let zone = bookingRules.calendar.zone
    var carried: [(appointment: Appointment, number: Int)] = []
    var surplus: [Appointment] = []
    for appointment in appointments {
      guard let occurrence = appointment.occurrence else { continue }
      let day = zone.local(occurrence).date
      if let number = next.number(notBefore: day), next.day(number) == day {
        carried.append((appointment, number))
      } else if appointment.isChangeable(at: at) {
        surplus.append(appointment)
      } else if appointment.state.isActive {
        done.kept.append(appointment.id)
      }
    }
    // What is cancelled makes room for what is moved.
    try withdraw(surplus, cancellation, &done)
    for (appointment, number) in carried {
      let isAsWanted = try carry(appointment, to: next, as: number)
      if !isAsWanted, appointment.state.isActive { done.kept.append(appointment.id) }
    }
    return done
  }

  private func withdraw(
    _ surplus: [Appointment], _ cancellation: Appointment.Cancellation?,
    _ done: inout SeriesContinuation
  ) throws(CallbookError) {
    guard !surplus.isEmpty else { return }
    guard let cancellation else {
      throw CallbookError(
        .invalidParams,
        "\(surplus.count) visits are booked on days that the series would not have any more",
        hint: "callbook policy get appointment.cancel_reasons",
        violations: [Violation("/reason", "is required: they are cancelled")])
    }
    let bulk = try beginCancelBulk()
    for appointment in surplus {
      done.items.append(try cancelled(appointment, cancellation, bulk))
    }
    done.bulk = told(bulk)
  }

  /// - Returns: whether it is as the series has it now.
  private func carry(
    _ old: Appointment, to series: Series, as number: Int
  ) throws(CallbookError) -> Bool {
    guard let start = series.occurrence(number, bookingRules.calendar) else { return false }
    var new = old
    guard old.isChangeable(at: at), let span = try slot(number, of: series, moved: old.id).span
    else {
      new.carry(to: series.id, as: start)
      _ = try save(new, over: old, event: "appointment.carried")
      return false
    }
    let plan = series.plan
    try new.follow(
      series.id, as: start, at: span, place: plan.place, assignee: plan.assignee, at: at)
    let isMoved = new.span != old.span || new.place != old.place
    let event = new.assignee == old.assignee ? "appointment.carried" : "appointment.reassigned"
    _ = try save(new, over: old, event: isMoved ? "appointment.moved" : event)
    return true
  }
}

extension Appointment {
  /// Whether it is to come, and as its series made it.
  fileprivate func isChangeable(at now: Instant) -> Bool {
    state.isActive && start > now && isException != true
  }
}
