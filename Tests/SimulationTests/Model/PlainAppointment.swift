/// An appointment as the rules look at it.
struct PlainAppointment {
  var contact: Int64
  var kind: String
  var state = "booked"
  var start: Int64
  var end: Int64
  var place: String?
  var assignee: String?
  /// When its time was agreed last, and when it was given to its assignee.
  var arrangedAt: Int64
  var assignedAt: Int64
  /// Since when the customer is to be told.
  var tellAt: Int64?
  /// Whether the customer was told that it is cancelled.
  var isToldOff = false
  /// Under which number it was cancelled with others.
  var bulk: Int64?
  /// The series that it is a visit of.
  var series: Int64?
  /// Whether somebody agreed on something else than its series has.
  var isByHand = false
  var history = PlainSlotHistory()

  var isActive: Bool { state == "booked" || state == "confirmed" }

  /// The first instant at which it is over is free again.
  func overlaps(_ from: Int64, _ to: Int64) -> Bool { start < to && from < end }
}

/// In which order slots were given, and by whom against what: whoever came later had to give way.
struct PlainSlotHistory {
  /// When it got its time and place.
  var slot = 0
  /// When it was looked at whether its customer has time, and its place room.
  var arranged = 0
  /// When it was looked at whether its assignee has time.
  var assigned = 0
  /// How much room its place had then.
  var capacity = 0
  /// Whether a manager did it against such a rule, with a reason.
  var isForced = false
  var isAssigneeForced = false
  /// What waited to be cancelled then, and held no slot meanwhile.
  var released: Set<Int64> = []
  /// What another contact had then, which is the same one since.
  var joined: Set<Int64> = []
}

struct PlainPlace {
  var capacity: Int
  var isOpen = true
}

/// What somebody wants booked.
struct PlainDraft {
  var contact: Int64
  var kind: String
  var start: Int64
  var end: Int64
  var place: String?
  var assignee: String?
  /// What is moved, brought back or given to somebody else.
  var old: Int64?
}

extension PlainShop {
  /// What a booking is refused for, and who may book all the same.
  struct Objection {
    enum Weight { case anybody, manager, nobody }
    /// As what was left out names it.
    let name: String
    let reason: String
    let weight: Weight
  }

  var managers: Set<String> { ["erin", "alice"] }

  var activeAppointments: [(Int64, PlainAppointment)] {
    appointments.filter(\.value.isActive).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  // MARK: What stands against a booking

  /// - Parameters:
  ///   - ofSeries: how far ahead a visit of a series is put off does not matter.
  ///   - undone: when what is taken back was done: what was off by then does not count.
  func objections(
    to draft: PlainDraft, ofAssigneeOnly: Bool = false, ofSeries: Bool = false, undone: Int64? = nil
  ) -> [Objection] {
    let others = appointments.filter {
      $0.key != draft.old && $0.value.overlaps(draft.start, draft.end) && $0.value.isActive
        && !isReleased($0.key)
    }.map(\.value)
    var found: [Objection] = []
    func object(
      _ name: String, _ reason: String, _ weight: Objection.Weight, when isSo: Bool
    ) {
      if isSo { found.append(Objection(name: name, reason: reason, weight: weight)) }
    }
    if !ofAssigneeOnly {
      object("past", "NOT_BOOKABLE", .nobody, when: draft.start <= now)
      object(
        "booking_off", "BOOKING_OFF", .nobody, when: isMovedInto(draft) && isOff(draft, undone))
      object(
        "closed_place", "NOT_BOOKABLE", .nobody,
        when: draft.place.map { places[$0]?.isOpen == false } ?? false)
    }
    if let assignee = draft.assignee {
      let away = staff[assignee]?.away
      object(
        "absent_assignee", "NOT_BOOKABLE", .nobody,
        when: away.map { $0.from < draft.end && draft.start < $0.until } ?? false)
    }
    if !ofAssigneeOnly {
      object(
        "blocked_contact", "NOT_BOOKABLE", .manager,
        when: contacts[draft.contact]?.status == "blocked" && !stands(draft))
    }
    if let assignee = draft.assignee {
      object(
        "busy_assignee", "SLOT_TAKEN", .manager, when: others.contains { $0.assignee == assignee })
      object(
        "busy_elsewhere", "SLOT_TAKEN", .manager,
        when: !staysWithin(draft)
          && staff[assignee]?.elsewhere.contains { $0.overlaps(draft.start..<draft.end) } ?? false)
    }
    guard !ofAssigneeOnly else { return found }
    object(
      "busy_contact", "SLOT_TAKEN", .manager, when: others.contains { $0.contact == draft.contact })
    object("full_place", "SLOT_TAKEN", .manager, when: isFull(draft, others))
    object(
      "outside_hours", "NOT_BOOKABLE", .anybody, when: !calendar.isOpen(draft.start, draft.end))
    let lead = number("appointment.lead_time")
    object(
      "lead_time", "NOT_BOOKABLE", .anybody,
      when: lead > 0 && draft.start < calendar.after(workingMinutes: lead, from: now).at)
    let horizon = calendar.zone.instant(
      today.plus(number("appointment.horizon") + 1), minute: 0)
    object("horizon", "NOT_BOOKABLE", .anybody, when: !ofSeries && draft.start >= horizon)
    return found
  }

  /// - Returns: with which reason it is refused; nil when it is done.
  func refusal(
    _ objections: [Objection], to user: String, override: Bool
  ) -> String? {
    let firm = objections.first {
      $0.weight == .nobody || $0.weight == .manager && !managers.contains(user)
    }
    if let firm { return firm.reason }
    return override ? nil : objections.first?.reason
  }

  private func isFull(_ draft: PlainDraft, _ others: [PlainAppointment]) -> Bool {
    guard let name = draft.place, let place = places[name] else { return false }
    let there = others.filter { $0.place == name }
    return most(there, from: draft.start, to: draft.end) >= place.capacity
  }

  /// How many there are at most at one instant: looked at whenever one begins.
  func most(_ appointments: [PlainAppointment], from start: Int64, to end: Int64) -> Int {
    let instants = [start] + appointments.map(\.start).filter { $0 > start && $0 < end }
    return instants.map { at in appointments.count { $0.start <= at && at < $0.end } }.max() ?? 0
  }

  /// Whether what is moved holds a slot already.
  private func stands(_ draft: PlainDraft) -> Bool {
    draft.old.flatMap { appointments[$0] }?.isActive ?? false
  }

  /// Whether it takes nothing of its assignee's time that it had not before.
  private func staysWithin(_ draft: PlainDraft) -> Bool {
    guard let old = draft.old.flatMap({ appointments[$0] }), old.isActive else { return false }
    return old.assignee == draft.assignee && old.start <= draft.start && draft.end <= old.end
  }

  /// What stays where it is may be given to somebody else, also while booking is off.
  private func isMovedInto(_ draft: PlainDraft) -> Bool {
    guard let old = draft.old.flatMap({ appointments[$0] }), old.isActive else { return true }
    return (old.start, old.end, old.place) != (draft.start, draft.end, draft.place)
  }

  func isOff(_ draft: PlainDraft, _ undone: Int64? = nil) -> Bool {
    bookingOffs.values.contains { off in
      guard off.state == "approved", let window = off.window,
        off.decidedAt ?? .max > undone ?? .min,
        off.place == nil || off.place == draft.place, off.kind == nil || off.kind == draft.kind
      else { return false }
      return window.from < draft.end && draft.start < window.until
    }
  }

  /// Whether others may have its slot, because somebody asked for it to be cancelled.
  private func isReleased(_ appointment: Int64) -> Bool {
    policy["appointment.pending_cancel_holds"] == "no" && pendingRequest(of: appointment) != nil
  }

  // MARK: Changes

  mutating func change(_ number: Int64, to appointment: PlainAppointment) {
    let old = appointments[number]
    appointments[number] = appointment
    let isMoved = old.map { ($0.start, $0.end) != (appointment.start, appointment.end) } ?? false
    if !appointment.isActive || isMoved {
      for (request, known) in cancelRequests
      where known.appointment == number && known.state == "pending" {
        cancelRequests[request]?.state = "expired"
        plan(SimulatedCancellations.self, request)
      }
    }
    plan(SimulatedAppointments.self, number)
  }

  /// Its time, place or assignee was looked at anew, and nobody objected but who was overruled.
  mutating func note(
    _ appointment: inout PlainAppointment, _ objections: [Objection], isMoved: Bool
  ) {
    order += 1
    let isForced = objections.contains { $0.weight == .manager }
    if isMoved { appointment.history.slot = order }
    appointment.history.arranged = order
    appointment.history.assigned = order
    appointment.history.isForced = isForced
    appointment.history.isAssigneeForced = isForced
    appointment.history.released = releasedDuring(appointment)
    appointment.history.joined = []
    appointment.history.capacity = appointment.place.flatMap { places[$0]?.capacity } ?? 0
  }

  func releasedDuring(_ appointment: PlainAppointment) -> Set<Int64> {
    guard policy["appointment.pending_cancel_holds"] == "no" else { return [] }
    let others = appointments.filter {
      $0.value.overlaps(appointment.start, appointment.end) && $0.value.isActive
    }
    return Set(others.keys.filter(isReleased))
  }

  /// What waits to be cancelled by a manager.
  func pendingRequest(of appointment: Int64) -> Int64? {
    cancelRequests.first { $0.value.appointment == appointment && $0.value.state == "pending" }?.key
  }
}

extension PlainShop {
  /// Whether its slot was given to another since a manager was asked to let it be cancelled.
  func isGivenAway(_ request: PlainCancelRequest) -> Bool {
    guard let appointment = appointments[request.appointment] else { return false }
    let others = activeAppointments.filter {
      $0.0 != request.appointment && $0.1.overlaps(appointment.start, appointment.end)
    }.map(\.1)
    let draft = PlainDraft(of: appointment, request.appointment)
    let isFull = isFull(draft, others)
    return others.contains { other in
      max(other.arrangedAt, other.assignedAt) >= request.request.askedAt
        && (other.contact == appointment.contact
          || appointment.assignee != nil && other.assignee == appointment.assignee
          || isFull && other.place == appointment.place)
    }
  }
}

extension PlainCalendar {
  /// Whether the shop works all the time.
  func isOpen(_ start: Int64, _ end: Int64) -> Bool {
    let day = zone.day(start)
    return hours(day).contains {
      zone.instant(day, minute: $0.from) <= start && end <= zone.instant(day, minute: $0.to)
    }
  }
}
