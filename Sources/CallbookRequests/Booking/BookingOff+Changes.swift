import CallbookModel
import CallbookStore

extension BookingOff.Plan {
  /// - Returns: everything that is wrong with it.
  func violations(at now: Instant, _ calendar: WorkCalendar) -> [Violation] {
    var violations: [Violation] = []
    if from < now { violations.append(Violation("/from", "must not be in the past")) }
    if let until, until <= max(from, now) {
      violations.append(Violation("/until", "must be later than the beginning, and than now"))
    }
    if followUpOn < calendar.zone.local(now).date {
      violations.append(Violation("/follow_up_on", "must not be in the past"))
    }
    for (name, text) in [("reason", reason), ("follow_up_plan", followUp)]
    where TextFolding.trimmed(text).isEmpty {
      violations.append(Violation("/\(name)", "must not be blank"))
    }
    return violations
  }
}

extension WriteTransaction {
  /// Changes one, whatever its state allows.
  ///
  /// - Throws: `NOT_FOUND`, `REVISION_CONFLICT`, and what the change throws.
  func changeBookingOff(
    _ id: BookingOffID, ifRev: Int64?, event: String,
    _ change: (inout BookingOff) throws(CallbookError) -> Void
  ) throws(CallbookError) -> BookingOffItem {
    let old = try bookingOff(id)
    try Revision.check(
      ifRev, against: old.rev, of: id.description, hint: "callbook booking get \(id)")
    var new = old
    // What nobody decided about in time has expired, also before its reminder says so.
    let calendar = try workCalendar()
    if old.approval.state == .pending, old.expiry(currentPolicy, calendar).instant <= at {
      _ = new.expire()
    }
    try change(&new)
    return try BookingOffItem(save(new, over: old, event: event), in: self, at: at)
  }
}
