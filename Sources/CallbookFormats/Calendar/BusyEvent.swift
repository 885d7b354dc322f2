import CallbookModel

/// A VEVENT as far as it says when somebody is busy (RFC 5545, section 3.6.1).
struct BusyEvent {
  private let start: ICalendarTime
  private let length: ICalendarLength
  private let rule: ICalendarRule?
  private let exceptions: BusyExceptions

  /// nil for one that makes nobody busy, whenever it is.
  /// - Throws: why it cannot be said when it is.
  init?(
    _ component: ICalendarComponent, _ clocks: ICalendarClocks
  ) throws(BusyFile.LeftOut.Reason) {
    guard !component.isDamaged else { throw .damaged }
    // What takes the place of one that cannot be found would stand beside it.
    if let occurrence = try component.one("RECURRENCE-ID") {
      _ = try clocks.time(occurrence.value, of: occurrence, calendar: component.calendar)
    }
    guard !Self.isFree(component) else { return nil }
    guard let start = try component.one("DTSTART") else { throw .noTime }
    self.start = try clocks.time(start.value, of: start, calendar: component.calendar)
    length = try ICalendarLength(of: component, from: self.start, clocks)
    guard !length.isNothing else { return nil }
    guard component.first("RDATE") == nil, component.first("EXRULE") == nil,
      component.all("RRULE").count <= 1
    else { throw .unknownRule }
    if let text = component.first("RRULE")?.value {
      // An occurrence that was put elsewhere is one.
      guard component.first("RECURRENCE-ID") == nil else { throw .unknownRule }
      rule = try ICalendarRule(text, start: self.start)
    } else {
      rule = nil
    }
    var exceptions = BusyExceptions()
    for list in component.all("EXDATE") {
      for text in list.value.split(separator: ",") {
        exceptions.insert(try clocks.time(text, of: list, calendar: component.calendar))
      }
    }
    self.exceptions = exceptions
  }

  /// One event may make somebody busy so often within a window; every day of ten years is less.
  private static let mostSpans = 4000

  var isRecurring: Bool { rule != nil }

  /// What of it overlaps a window, in order.
  /// - Parameter replaced: when others say what became of it, by their RECURRENCE-ID.
  /// - Throws: `tooOften`; `unknownRule` when it is not clear which of its occurrences are gone.
  func spans(
    in window: AppointmentSpan, without replaced: BusyExceptions
  ) throws(BusyFile.LeftOut.Reason) -> [AppointmentSpan] {
    guard exceptions.fit(start), replaced.fit(start) else { throw .unknownRule }
    func takesPlace(_ span: AppointmentSpan) -> Bool {
      span.overlaps(window) && !exceptions.contains(span.start) && !replaced.contains(span.start)
    }
    guard let rule else {
      let span = length.span(from: start)
      return takesPlace(span) ? [span] : []
    }
    // What overlaps begins at most its length before, and clocks are a day apart at most.
    let earliest = window.start.millisecondsSince1970 - length.longestMilliseconds
    let dates = ICalendarDates(
      rule, from: start.local.date, notBefore: earliest / 86_400_000 - 2)
    var spans: [AppointmentSpan] = []
    for date in dates {
      let begin = start.on(date)
      let span = length.span(from: begin)
      guard span.start < window.end, rule.allows(begin) else { break }
      guard takesPlace(span) else { continue }
      guard spans.count < Self.mostSpans else { throw .tooOften }
      spans.append(span)
    }
    return spans
  }

  private static func isFree(_ component: ICalendarComponent) -> Bool {
    component.first("TRANSP")?.word == "TRANSPARENT"
      || component.first("STATUS")?.word == "CANCELLED"
      || component.first("X-MICROSOFT-CDO-BUSYSTATUS")?.word == "FREE"
  }
}
