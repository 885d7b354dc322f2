import CallbookModel

/// Puts together when somebody is busy within a window.
struct BusyTimes {
  let window: AppointmentSpan
  let clocks: ICalendarClocks
  private(set) var events: [BusyFile.Event] = []
  private(set) var freeCount = 0
  private(set) var leftOut: [BusyFile.LeftOut] = []

  init(window: AppointmentSpan, clocks: ICalendarClocks) {
    self.window = window
    self.clocks = clocks
  }

  /// - Throws: `FORMAT_UNKNOWN` when too many of them overlap the window.
  mutating func take(_ components: ICalendarComponents) throws(CallbookError) {
    let versions = BusyVersions(components.events, clocks)
    for component in components.events where !versions.isOutdated(component) {
      do throws(BusyFile.LeftOut.Reason) {
        try take(component, versions)
      } catch {
        leave(component.summary, line: component.line, error)
      }
      try checkCount()
    }
    for component in components.freeBusy {
      if component.isDamaged {
        leave("", line: component.line, .damaged)
      } else {
        for list in component.all("FREEBUSY") { take(list, calendar: component.calendar) }
      }
      try checkCount()
    }
  }

  private func checkCount() throws(CallbookError) {
    guard events.count <= ICalendarReader.mostEvents else {
      throw .noCalendar("it has too many events", of: BusyFile.subject)
    }
  }

  private mutating func take(
    _ component: ICalendarComponent, _ versions: BusyVersions
  ) throws(BusyFile.LeftOut.Reason) {
    guard let event = try BusyEvent(component, clocks) else {
      freeCount += 1
      return
    }
    let isOccurrence = component.first("RECURRENCE-ID") != nil
    if versions.isChangedFromThenOn(component), event.isRecurring || isOccurrence {
      throw .unknownRule
    }
    for span in try event.spans(in: window, without: versions.replaced(of: component)) {
      events.append(BusyFile.Event(uid: event.isRecurring ? nil : component.uid, span: span))
    }
  }

  /// The periods of a FREEBUSY (RFC 5545, section 3.8.2.6).
  private mutating func take(_ list: ICalendarComponent.Property, calendar: Int) {
    let isFree = list.property.parameter("FBTYPE")?.uppercased() == "FREE"
    for text in list.value.split(separator: ",") {
      do throws(BusyFile.LeftOut.Reason) {
        let span = try period(text, of: list, calendar: calendar)
        if isFree || span.start == span.end {
          freeCount += 1
        } else if span.overlaps(window) {
          events.append(BusyFile.Event(uid: nil, span: span))
        }
      } catch {
        leave("", line: list.line, error)
      }
    }
  }

  /// `start/end`, `start/duration` (section 3.3.9).
  private func period(
    _ text: Substring, of list: ICalendarComponent.Property, calendar: Int
  ) throws(BusyFile.LeftOut.Reason) -> AppointmentSpan {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw .damaged }
    let start = try clocks.time(parts[0], of: list, calendar: calendar)
    guard !start.isDate else { throw .damaged }
    if ICalendarDuration(parts[1]) != nil {
      return try ICalendarLength(parts[1], from: start).span(from: start)
    }
    let end = try clocks.time(parts[1], of: list, calendar: calendar)
    return try ICalendarLength(from: start, to: end).span(from: start)
  }

  private mutating func leave(
    _ name: String, line: Int, _ reason: BusyFile.LeftOut.Reason
  ) {
    leftOut.append(BusyFile.LeftOut(line: line, name: name, reason: reason))
  }
}
