package import CallbookModel

/// For what a free slot is looked for, and where.
package struct SlotSearch: Sendable {
  package var minutes: Int
  /// Who is to be there.
  package var assignee: String?
  package var contact: ContactID?
  package var place: Place?
  /// For what; nil when that is open.
  package var kind: AppointmentKind?
  /// The slots lie in it whole.
  package var window: AppointmentSpan
  /// What is to be moved is not in its own way.
  package var moved: AppointmentID?

  package init(
    minutes: Int, assignee: String?, contact: ContactID?, place: Place?,
    kind: AppointmentKind? = nil, window: AppointmentSpan, moved: AppointmentID? = nil
  ) {
    self.minutes = minutes
    self.assignee = assignee
    self.contact = contact
    self.place = place
    self.kind = kind
    self.window = window
    self.moved = moved
  }
}

extension ReadTransaction {
  private static let stepMilliseconds: Int64 = 7 * 86_400_000

  /// The first slots that are free, in order: what is in the way is read a week at a time.
  package func freeSlots(
    _ search: SlotSearch, _ rules: BookingRules, limit: Int
  ) throws(CallbookError) -> [AppointmentSpan] {
    var found: [AppointmentSpan] = []
    var start = search.window.start
    while start < search.window.end, found.count < limit {
      let end = min(start.advanced(byMilliseconds: Self.stepMilliseconds), search.window.end)
      let step = AppointmentSpan(from: start, to: end)
      // The last ones that start in it reach beyond it.
      let reach = AppointmentSpan(
        from: start, to: AppointmentSpan(from: end, minutes: search.minutes).end)
      let free = try freeSlots(search, in: reach, rules)
      for opening in rules.calendar.openings(in: step) where found.count < limit {
        found += free.slots(in: opening, within: search.window).filter { step.contains($0.start) }
      }
      start = end
    }
    return Array(found.prefix(limit))
  }

  private func freeSlots(
    _ search: SlotSearch, in window: AppointmentSpan, _ rules: BookingRules
  ) throws(CallbookError) -> FreeSlots {
    func others(_ spans: [BusySpan]) -> [AppointmentSpan] {
      spans.filter { $0.appointment != search.moved }.map(\.span)
    }
    var busy: [AppointmentSpan] = []
    if let assignee = search.assignee {
      busy += others(try self.busy(assignee: assignee, window))
      busy += try busyTimes(of: assignee, window)
      if let absence = try staff(user: assignee)?.away {
        busy.append(AppointmentSpan(from: absence.from, to: absence.until ?? window.end))
      }
    }
    if let contact = search.contact { busy += others(try self.busy(contact: contact, window)) }
    busy += try bookingOffs(during: window, at: search.place?.name, for: search.kind)
      .compactMap(\.window).map { AppointmentSpan(from: $0.lowerBound, to: $0.upperBound) }
    let shared = try search.place.map { place throws(CallbookError) in
      (spans: others(try self.busy(place: place.name, window)), capacity: place.capacity)
    }
    return FreeSlots(
      minutes: search.minutes, gridMinutes: rules.policy.appointmentGridMinutes, busy: busy,
      shared: shared)
  }
}
