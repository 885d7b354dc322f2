extension Callback {
  /// The numbers that may be called, the one to call next first: in the order preferred, primary,
  /// backup, from behind the one that was called last and round again.
  ///
  /// Never one that is not to be used, that its holder refused to be called at, or that was wrong and
  /// not corrected since. Who asked to be called later is called where they asked.
  package func numbers(among points: [ContactPoint]) -> [ContactPoint] {
    let phones = points.filter { $0.kind == .phone && $0.removedAt == nil }
      .sorted { ($0.useOrder, $0.id) < ($1.useOrder, $1.id) }
    let wrong = Set(
      attempts.filter { $0.outcome == .wrongNumber && !$0.isCorrected }.compactMap(\.point))
    let last = attempts.last { $0.point != nil }
    let place = phones.firstIndex { $0.id == last?.point }
    let start = place.map { last?.outcome == .callLater ? $0 : $0 + 1 } ?? 0
    return (phones[start...] + phones[..<start]).filter { phone in
      !phone.doNotUse && phone.consent != .refused && !wrong.contains(phone.id)
    }
  }

  /// When to call, and where: working time in which the number may be called.
  ///
  /// - Returns: no number when none may be called at any working time; the time is the next working
  ///   minute then, because somebody may find another way.
  package func call(
    notBefore earliest: Instant, among points: [ContactPoint], _ calendar: WorkCalendar
  ) throws(CallbookError) -> (at: Instant, number: ContactPoint?) {
    for number in numbers(among: points) {
      guard let at = try Self.time(notBefore: earliest, outside: number.quietHours, calendar) else {
        continue
      }
      return (at, number)
    }
    return (try calendar.nextWorkingMinute(notBefore: earliest).instant, nil)
  }

  /// The number to call next, as things are now: the one that the time was chosen for, if it may still
  /// be called.
  package func nextNumber(among points: [ContactPoint]) -> ContactPoint? {
    guard state.isOpen else { return nil }
    let numbers = numbers(among: points)
    return numbers.first { $0.id == nextPoint } ?? numbers.first
  }

  /// More breaks than a day has opening hours.
  private static let mostTries = 14

  /// - Returns: nil when the quiet hours cover all opening hours.
  private static func time(
    notBefore earliest: Instant, outside quiet: QuietHours?, _ calendar: WorkCalendar
  ) throws(CallbookError) -> Instant? {
    var at = try calendar.nextWorkingMinute(notBefore: earliest).instant
    guard let quiet else { return at }
    for _ in 0..<mostTries {
      let minute = calendar.zone.local(at).minuteOfDay
      guard quiet.contains(minuteOfDay: minute) else { return at }
      let rest = (quiet.endMinute - minute + 1440) % 1440
      let end = at.advanced(byMilliseconds: Int64(rest) * 60_000)
      at = try calendar.nextWorkingMinute(notBefore: end).instant
    }
    return nil
  }
}

extension ContactPoint {
  fileprivate var useOrder: Int { isPreferred ? 0 : rank == .primary ? 1 : 2 }
}
