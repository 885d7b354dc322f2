import CallbookModel
import CallbookStore

/// Where a request moves many appointments to.
enum BulkDestination {
  /// So many days later, or earlier, at the same time of day.
  case days(Int)
  /// Each to the next time that is free: not before an instant.
  case nextFree(Instant)

  /// How many days its own time of day is preferred to an earlier slot at another one.
  private static let preferredDays: Int64 = 7
  /// How many free slots without the assignee an error offers.
  private static let offered = 3

  /// - Throws: `NOT_BOOKABLE` where nothing is free.
  func span(
    for appointment: Appointment, at place: Place?, in store: WriteTransaction
  ) throws(CallbookError) -> AppointmentSpan {
    let calendar = store.bookingRules.calendar
    switch self {
    case .days(let days):
      let day = calendar.zone.local(appointment.start).date.advanced(byDays: Int64(days))
      return appointment.span(on: day, calendar)
    case .nextFree(let instant):
      let search = try search(for: appointment, at: place, from: instant, store)
      if let span = try sameTimeOfDay(as: appointment, search, store) { return span }
      if let span = try firstFree(search, appointment, store) { return span }
      throw try nothingFree(for: appointment, search, store)
    }
  }

  private func search(
    for appointment: Appointment, at place: Place?, from instant: Instant, _ store: WriteTransaction
  ) throws(CallbookError) -> SlotSearch {
    let rules = store.bookingRules
    let earliest = max(instant, try rules.earliest(at: store.at))
    return SlotSearch(
      minutes: appointment.durationMinutes, assignee: appointment.assignee,
      contact: appointment.contact, place: place, kind: appointment.kind,
      window: AppointmentSpan(from: earliest, to: max(earliest, rules.latest(at: store.at))),
      moved: appointment.id)
  }

  private func sameTimeOfDay(
    as appointment: Appointment, _ search: SlotSearch, _ store: WriteTransaction
  ) throws(CallbookError) -> AppointmentSpan? {
    let calendar = store.bookingRules.calendar
    let first = calendar.zone.local(search.window.start).date
    for days in 0..<Self.preferredDays {
      let span = appointment.span(on: first.advanced(byDays: days), calendar)
      guard search.window.contains(span) else { continue }
      if try isFree(span, appointment, search, store) { return span }
    }
    return nil
  }

  private func firstFree(
    _ search: SlotSearch, _ appointment: Appointment, _ store: WriteTransaction
  ) throws(CallbookError) -> AppointmentSpan? {
    let slot = try store.freeSlots(search, store.bookingRules, limit: 1).first
    guard let slot, try isFree(slot, appointment, search, store) else { return nil }
    return slot
  }

  private func isFree(
    _ span: AppointmentSpan, _ appointment: Appointment, _ search: SlotSearch,
    _ store: WriteTransaction
  ) throws(CallbookError) -> Bool {
    let draft = appointment.draft(
      at: span, place: search.place, assignee: appointment.assignee, now: store.at)
    return try store.refusals(draft, store.bookingRules, BookingCheck.all).isEmpty
  }

  /// With what would be free if somebody else were there.
  private func nothingFree(
    for appointment: Appointment, _ search: SlotSearch, _ store: WriteTransaction
  ) throws(CallbookError) -> CallbookError {
    let rules = store.bookingRules
    var message =
      "nothing is free for \(appointment.id) from \(rules.calendar.text(search.window.start)) on"
    var open = search
    open.assignee = nil
    let free =
      search.assignee == nil ? [] : try store.freeSlots(open, rules, limit: Self.offered)
    if let assignee = search.assignee, !free.isEmpty {
      let times = free.map { rules.calendar.text($0.start) }.joined(separator: ", ")
      message += "; without \(assignee): \(times)"
    }
    return CallbookError(
      .notBookable, message, hint: "callbook appointment move \(appointment.id) --start TIME",
      details: ["free": .list(free.map(\.start.description))])
  }
}

extension Appointment {
  /// The same on another day, by the shop's clocks.
  fileprivate func span(on day: CalendarDate, _ calendar: WorkCalendar) -> AppointmentSpan {
    let minute = calendar.zone.local(start).minuteOfDay
    return AppointmentSpan(from: calendar.instant(on: day, at: minute), minutes: durationMinutes)
  }
}
