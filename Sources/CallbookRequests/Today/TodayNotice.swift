import CallbookModel
import CallbookStore

/// Something to know before the day begins, and what to type for it.
package struct TodayNotice: Codable, Sendable, Equatable {
  enum Word: String {
    /// Nobody is on the staff list yet.
    case noStaff = "no_staff"
    case noContacts = "no_contacts"
    /// Whoever is asked for is away; the detail is who stands in.
    case away
    /// The holidays of the years in the details should be known by now.
    case calendarUnknown = "calendar_unknown"
    /// So many reminders move when the calendar is known.
    case provisional
    /// Whoever asks for something may approve it themself.
    case onePerson = "one_person"
    /// Booking is off now, by the requests in the details.
    case bookingOff = "booking_off"
    /// What was booked before is still to take place while booking is off, by the requests in the
    /// details.
    case bookingAffected = "booking_affected"
    /// Visits of the series in the details could not be booked.
    case seriesSkipped = "series_skipped"
    /// No more of the series in the details could be booked for a fault; it is tried again.
    case seriesStalled = "series_stalled"
    /// Nobody has made a backup yet.
    case backupMissing = "backup_missing"
    /// So many days have passed since the newest one.
    case backupOld = "backup_old"
  }

  /// no_staff, no_contacts, away, calendar_unknown, provisional, one_person, booking_off,
  /// booking_affected, series_skipped, series_stalled, backup_missing or backup_old.
  package let notice: String
  package let details: [String]
  /// What to type; missing where there is nothing to be done.
  package let command: String?

  init(_ notice: Word, _ details: [String] = [], command: String? = nil) {
    self.notice = notice.rawValue
    self.details = details
    self.command = command
  }
}

/// What notices are made from.
struct TodayScene {
  let store: ReadTransaction
  let environment: Environment
  let calendar: WorkCalendar
  let whose: DueScope
  let now: Instant
}

extension TodayNotice {
  private typealias Check = @Sendable (TodayScene) throws(CallbookError) -> TodayNotice?

  /// In the order in which they are shown: one line each.
  private static let checks: [Check] = [
    staff, contacts, absence, calendar, provisional, onePerson, bookingOff, bookingAffected,
    seriesSkipped, seriesStalled, backup,
  ]

  static func all(_ scene: TodayScene) throws(CallbookError) -> [TodayNotice] {
    var notices: [TodayNotice] = []
    for check in checks {
      if let notice = try check(scene) { notices.append(notice) }
    }
    return notices
  }

  private static let staff: Check = { scene throws(CallbookError) in
    try scene.store.allStaff(withClosed: false).isEmpty
      ? TodayNotice(.noStaff, command: "callbook staff add USER --role admin") : nil
  }

  private static let contacts: Check = { scene throws(CallbookError) in
    try scene.store.hasContacts()
      ? nil : TodayNotice(.noContacts, command: "callbook contact import FILE")
  }

  private static let absence: Check = { scene throws(CallbookError) in
    scene.whose.absence.map {
      TodayNotice(.away, [$0.substitute], command: "callbook staff back")
    }
  }

  private static let calendar: Check = { scene throws(CallbookError) in
    let years = scene.calendar.missingYears(at: scene.now)
    return years.isEmpty
      ? nil
      : TodayNotice(
        .calendarUnknown, years.map { String($0) }, command: "callbook calendar import FILE")
  }

  /// More are not counted: that they are many is enough to know.
  private static let mostProvisional = 1000

  private static let provisional: Check = { scene throws(CallbookError) in
    guard !scene.calendar.missingYears(at: scene.now).isEmpty else { return nil }
    let count = try scene.store.provisionalReminders(
      for: scene.whose.audiences, atMost: mostProvisional)
    return count == 0 ? nil : TodayNotice(.provisional, [String(count)])
  }

  private static let onePerson: Check = { scene throws(CallbookError) in
    try scene.store.policy().approvalOnePerson
      ? TodayNotice(.onePerson, command: "callbook policy set approval.one_person no") : nil
  }

  /// More at once are not named.
  private static let mostBookingOffs = 5

  private static let bookingOff: Check = { scene throws(CallbookError) in
    var filter = BookingOffFilter(at: scene.now)
    filter.state = .off
    let found = try scene.store.bookingOffs(filter, before: nil, limit: mostBookingOffs)
    return found.isEmpty
      ? nil
      : TodayNotice(
        .bookingOff, found.map(\.id.description), command: "callbook booking list --state off")
  }

  /// For those who move and cancel what is others'.
  private static let bookingAffected: Check = { scene throws(CallbookError) in
    let roles = scene.environment.caller.roles
    guard !roles.isDisjoint(with: MoveAppointments.roles) else { return nil }
    var filter = BookingOffFilter(at: scene.now)
    filter.isCurrent = true
    var affected: [BookingOffID] = []
    for off in try scene.store.bookingOffs(filter, before: nil, limit: mostBookingOffs)
    where off.approval.state == .approved {
      let found = try scene.store.appointments(off.affected(at: scene.now), after: nil, limit: 1)
      if !found.isEmpty { affected.append(off.id) }
    }
    return affected.first.map { first in
      TodayNotice(
        .bookingAffected, affected.map(\.description), command: "callbook booking affected \(first)"
      )
    }
  }

  /// More at once are not named.
  private static let mostSeries = 5

  /// For whoever was to be there, and for managers.
  private static let seriesSkipped: Check = { scene throws(CallbookError) in
    let caller = scene.environment.caller
    let found = try scene.store.seriesWithSkipped(
      at: scene.now, calendar: scene.calendar,
      assignee: caller.roles.contains(.manager) ? nil : caller.user ?? "", limit: mostSeries)
    return found.first.map { first in
      TodayNotice(
        .seriesSkipped, found.map(\.description), command: "callbook series get \(first)")
    }
  }

  private static let seriesStalled: Check = { scene throws(CallbookError) in
    let caller = scene.environment.caller
    let found = try scene.store.stalledSeries(
      assignee: caller.roles.contains(.manager) ? nil : caller.user ?? "", limit: mostSeries)
    return found.first.map { first in
      TodayNotice(.seriesStalled, found.map(\.description), command: "callbook why \(first)")
    }
  }

  private static let dayMilliseconds = 86_400_000
  /// One a day is the rule, and one may fail.
  private static let mostDays = 2

  /// For those who can do something about it, and of a shop that somebody works in.
  private static let backup: Check = { scene throws(CallbookError) in
    let caller = scene.environment.caller
    guard caller.roles.contains(.admin), caller.user != nil else { return nil }
    let command = "callbook backup create"
    guard let age = scene.environment.store.backups.age(at: scene.now) else {
      return TodayNotice(.backupMissing, command: command)
    }
    guard age > mostDays * dayMilliseconds else { return nil }
    return TodayNotice(.backupOld, [String(age / dayMilliseconds)], command: command)
  }
}
