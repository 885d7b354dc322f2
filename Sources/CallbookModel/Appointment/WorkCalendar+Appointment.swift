extension WorkCalendar {
  /// The shop's working times that reach into a window, in order; those that touch are one.
  package func openings(in window: AppointmentSpan) -> [AppointmentSpan] {
    let first = zone.local(window.start).date.daysSince1970 - 1
    let last = zone.local(window.end).date.daysSince1970 + 1
    var apart: [AppointmentSpan] = []
    for day in first...last {
      for opening in openings(on: day) {
        let next = AppointmentSpan(from: opening.lowerBound, to: opening.upperBound)
        if let previous = apart.last, previous.end == next.start {
          apart[apart.count - 1] = AppointmentSpan(from: previous.start, to: next.end)
        } else {
          apart.append(next)
        }
      }
    }
    return apart.filter(window.overlaps)
  }

  /// Whether the shop works from its beginning to its end, without a break.
  package func isOpen(throughout span: AppointmentSpan) -> Bool {
    openings(in: span).contains { $0.contains(span) }
  }
}

extension WorkCalendar {
  /// By the shop's clocks, to the minute.
  package func text(_ instant: Instant) -> String { zone.local(instant).description }

  /// `from 2026-05-03 09:00 to 09:30`.
  package func text(_ span: AppointmentSpan) -> String {
    let (start, end) = (zone.local(span.start), zone.local(span.end))
    let last = end.description
    return "from \(start) to \(start.date == end.date ? String(last.suffix(5)) : last)"
  }
}
