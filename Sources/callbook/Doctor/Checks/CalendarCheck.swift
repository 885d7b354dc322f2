/// Whether the holidays of this year are known, and from October on those of the next.
struct CalendarCheck: Check {
  let name = "calendar"

  func title(_ texts: Texts) -> String { texts.either("work calendar", "工作日历") }

  func look(at scene: Scene, _ texts: Texts) -> Finding {
    guard let missing = scene.missingYears else { return .skipped(texts.noGreeting) }
    guard !missing.isEmpty else {
      return .well(texts.either("this year's holidays are known", "今年的放假安排已知"))
    }
    let years = missing.map { "\($0)" }.joined(separator: texts.listSeparator)
    return .amiss(
      texts.either(
        "holidays not known, so that what falls due is a guess: \(years)",
        "放假安排未知，到期时间只是推算：\(years)"), fix: "callbook calendar import FILE")
  }
}
