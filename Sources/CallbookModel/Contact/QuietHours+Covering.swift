extension QuietHours {
  /// The shortest span with both in it; nil when only the whole day has.
  package func covering(_ other: QuietHours) -> QuietHours? {
    let candidates = [self, other, Self(from: self, to: other), Self(from: other, to: self)]
    return candidates.compactMap { $0 }.filter { $0.covers(self) && $0.covers(other) }
      .min { $0.minutes < $1.minutes }
  }

  private init?(from start: QuietHours, to end: QuietHours) {
    guard start.startMinute != end.endMinute else { return nil }
    self.init(startMinute: start.startMinute, endMinute: end.endMinute)
  }

  private func covers(_ other: QuietHours) -> Bool {
    Self.minutes(from: startMinute, to: other.startMinute) + other.minutes <= minutes
  }

  /// How long it is.
  private var minutes: Int { Self.minutes(from: startMinute, to: endMinute) }

  private static func minutes(from start: Int, to end: Int) -> Int {
    (end - start + minutesOfDay) % minutesOfDay
  }

  private static let minutesOfDay = 1440
}
