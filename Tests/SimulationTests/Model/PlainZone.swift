/// A time zone, as far as the simulated shop needs it.
enum PlainZone: String, CaseIterable {
  case shanghai = "Asia/Shanghai"
  case urumqi = "Asia/Urumqi"
  case berlin = "Europe/Berlin"

  private static let hour: Int64 = 3_600_000

  /// What the local clock is ahead of UTC, in milliseconds.
  private func offset(at instant: Int64) -> Int64 {
    switch self {
    case .shanghai: return 8 * Self.hour
    case .urumqi: return 6 * Self.hour
    case .berlin:
      let year = PlainDay(number: Int(instant / 86_400_000)).year
      let summer = Self.lastSunday(of: 3, year)..<Self.lastSunday(of: 10, year)
      return (summer.contains(instant) ? 2 : 1) * Self.hour
    }
  }

  /// At one o'clock UTC, when Europe sets its clocks; both months have 31 days.
  private static func lastSunday(of month: Int, _ year: Int) -> Int64 {
    let last = PlainDay(year, month, 31)
    return Int64(last.number - (last.weekday + 1) % 7) * 86_400_000 + hour
  }

  func day(_ instant: Int64) -> PlainDay {
    PlainDay(number: Int((instant + offset(at: instant)) / 86_400_000))
  }

  /// Milliseconds since local midnight.
  func timeOfDay(_ instant: Int64) -> Int64 { (instant + offset(at: instant)) % 86_400_000 }

  /// No shop opens or closes in the hours in which clocks are set.
  func instant(_ day: PlainDay, minute: Int) -> Int64 {
    let local = Int64(day.number) * 86_400_000 + Int64(minute) * 60_000
    let guess = local - offset(at: local)
    return local - offset(at: guess)
  }
}
