/// How much there is to do by appointments, and what becomes of them (DOMAIN O1). Nobody is named.
package struct AppointmentFigures: Sendable {
  /// What is counted of one appointment.
  package struct Item: Sendable, Equatable {
    package let start: Instant
    /// When it was booked.
    package let createdAt: Instant
    package let state: Appointment.State
    package let noShowBy: Appointment.Party?
    package let reason: CancelReason?

    package init(
      start: Instant, createdAt: Instant, state: Appointment.State,
      noShowBy: Appointment.Party? = nil, reason: CancelReason? = nil
    ) {
      self.start = start
      self.createdAt = createdAt
      self.state = state
      self.noShowBy = noShowBy
      self.reason = reason
    }
  }

  /// How many, by what became of them.
  package struct Tally: Sendable, Equatable {
    package fileprivate(set) var kept: Int64 = 0
    package fileprivate(set) var noShow: Int64 = 0
    package fileprivate(set) var cancelled: Int64 = 0
    /// Nobody said yet what became of them.
    package fileprivate(set) var open: Int64 = 0

    package var appointments: Int64 { load + cancelled }
    /// Those that took their time, whoever came: all that were not cancelled.
    package var load: Int64 { kept + noShow + open }

    fileprivate mutating func add(_ state: Appointment.State) {
      switch state {
      case .booked, .confirmed: open += 1
      case .completed: kept += 1
      case .noShow: noShow += 1
      case .cancelled: cancelled += 1
      }
    }
  }

  private let zone: TimeZoneRules
  package private(set) var total = Tally()
  /// By the hour of the shop's clocks in which they start: 0 to 23.
  package private(set) var byHour = [Tally](repeating: Tally(), count: 24)
  /// From Monday on.
  package private(set) var byWeekday = [Tally](repeating: Tally(), count: 7)
  package private(set) var noShows: [Appointment.Party: Int64] = [:]
  package private(set) var cancellations: [CancelReason: Int64] = [:]
  package private(set) var leads: [LeadBand: Int64] = [:]
  private var leadMinutes: [Int64] = []

  /// - Parameter zone: that of the shop.
  package init(in zone: TimeZoneRules) {
    self.zone = zone
  }

  package mutating func add(_ item: Item) {
    total.add(item.state)
    let local = zone.local(item.start)
    byHour[min(local.minuteOfDay / 60, 23)].add(item.state)
    byWeekday[local.date.weekday.rawValue - 1].add(item.state)
    if let party = item.noShowBy { noShows[party, default: 0] += 1 }
    if let reason = item.reason { cancellations[reason, default: 0] += 1 }
    let lead = item.start.millisecondsSince1970 - item.createdAt.millisecondsSince1970
    leads[LeadBand(milliseconds: lead), default: 0] += 1
    leadMinutes.append(max(0, lead) / 60_000)
  }

  /// Half of them were booked at most so long ahead; nil when there are none.
  package var medianLeadMinutes: Int64? {
    let sorted = leadMinutes.sorted()
    guard let upper = sorted.dropFirst(sorted.count / 2).first else { return nil }
    let lower = sorted[(sorted.count - 1) / 2]
    return lower + (upper - lower) / 2
  }

  /// Of those that ended the share that was kept, in whole percent, rounded down; nil when none has.
  package var keptPercent: Int64? {
    let ended = total.appointments - total.open
    return ended == 0 ? nil : total.kept * 100 / ended
  }
}

/// How long ahead something was booked.
package enum LeadBand: String, Codable, Sendable, CaseIterable {
  /// Entered once it had begun.
  case afterwards
  case withinHour = "within_1_hour"
  case withinDay = "within_1_day"
  case within3Days = "within_3_days"
  case within7Days = "within_7_days"
  case within14Days = "within_14_days"
  case within30Days = "within_30_days"
  case later

  /// - Parameter milliseconds: below 0 when it was entered afterwards.
  package init(milliseconds: Int64) {
    let hour: Int64 = 3_600_000
    switch milliseconds {
    case ..<0: self = .afterwards
    case ..<hour: self = .withinHour
    case ..<(24 * hour): self = .withinDay
    case ..<(3 * 24 * hour): self = .within3Days
    case ..<(7 * 24 * hour): self = .within7Days
    case ..<(14 * 24 * hour): self = .within14Days
    case ..<(30 * 24 * hour): self = .within30Days
    default: self = .later
    }
  }
}
