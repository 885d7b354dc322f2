package import CallbookModel
import CallbookStore

/// How much there is to do by appointments, and what becomes of them.
package struct FiguresReport: Codable, Sendable, Equatable {
  package let from: CalendarDate
  package let until: CalendarDate
  package let total: FiguresLine
  /// Of those that ended the share that was kept, rounded down; nil when none has.
  package let keptPercent: Int64?
  /// By the hour in which they start, from the first to the last in which any does.
  package let hours: [FiguresLine]
  /// From Monday on.
  package let weekdays: [FiguresLine]
  package let noShows: [NoShowLine]
  /// The most frequent reason first.
  package let cancellations: [CancellationLine]
  /// How long ahead they were booked: from when to their start.
  package let leads: [LeadLine]
  /// Half of them were booked at most so many minutes ahead.
  package let leadMedianMinutes: Int64?

  private enum CodingKeys: String, CodingKey {
    case from, until, total
    case keptPercent = "kept_percent"
    case hours, weekdays
    case noShows = "no_shows"
    case cancellations, leads
    case leadMedianMinutes = "lead_median_minutes"
  }

  init(_ figures: AppointmentFigures, from: CalendarDate, until: CalendarDate) {
    self.from = from
    self.until = until
    total = FiguresLine(figures.total)
    keptPercent = figures.keptPercent
    let used = figures.byHour.indices.filter { figures.byHour[$0].appointments > 0 }
    hours = ((used.first ?? 0)..<(used.last ?? -1) + 1).map {
      FiguresLine(figures.byHour[$0], hour: Int64($0))
    }
    weekdays = Weekday.allCases.map {
      FiguresLine(figures.byWeekday[$0.rawValue - 1], weekday: String($0.abbreviation))
    }
    noShows = Appointment.Party.allCases.compactMap { party in
      figures.noShows[party].map { NoShowLine(by: party, count: $0) }
    }
    cancellations = figures.cancellations
      .map { CancellationLine(reason: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.reason.text) < ($0.count, $1.reason.text) }
    leads = LeadBand.allCases.map { LeadLine(lead: $0, count: figures.leads[$0] ?? 0) }
    leadMedianMinutes = figures.medianLeadMinutes
  }
}

/// How many appointments, by what became of them.
package struct FiguresLine: Codable, Sendable, Equatable {
  /// 0 to 23; nil unless they are those of an hour.
  package let hour: Int64?
  /// `Mon` to `Sun`; nil unless they are those of a weekday.
  package let weekday: String?
  package let appointments: Int64
  /// Those that took their time, whoever came: all that were not cancelled.
  package let load: Int64
  package let kept: Int64
  package let noShow: Int64
  package let cancelled: Int64
  /// Nobody said yet what became of them.
  package let open: Int64

  private enum CodingKeys: String, CodingKey {
    case hour, weekday, appointments, load, kept
    case noShow = "no_show"
    case cancelled, open
  }

  init(_ tally: AppointmentFigures.Tally, hour: Int64? = nil, weekday: String? = nil) {
    self.hour = hour
    self.weekday = weekday
    appointments = tally.appointments
    load = tally.load
    kept = tally.kept
    noShow = tally.noShow
    cancelled = tally.cancelled
    open = tally.open
  }
}

/// How often somebody did not come.
package struct NoShowLine: Codable, Sendable, Equatable {
  package let by: Appointment.Party
  package let count: Int64
}

/// How often something was the reason of a cancellation.
package struct CancellationLine: Codable, Sendable, Equatable {
  package let reason: CancelReason
  package let count: Int64
}

/// How many were booked so long ahead.
package struct LeadLine: Codable, Sendable, Equatable {
  package let lead: LeadBand
  package let count: Int64
}
