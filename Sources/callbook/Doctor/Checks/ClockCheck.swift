import CallbookModel

/// Whether the machine's clock can be right: reminders and the ledger live by it.
struct ClockCheck: Check {
  /// When this program was written: no clock is earlier.
  private static let earliest = Instant(millisecondsSince1970: 1_767_225_600_000)
  /// Two clocks of one machine are one; this is for changes that are made meanwhile.
  private static let slackMilliseconds: Int64 = 60_000

  let name = "clock"

  func title(_ texts: Texts) -> String { texts.either("clock", "时钟") }

  func look(at scene: Scene, _ texts: Texts) -> Finding {
    let now = scene.surroundings.clock.now()
    let fix = "timedatectl"
    if now < Self.earliest {
      return .amiss(
        texts.either(
          "it says \(texts.clock.text(now)), which is before this program was made",
          "显示为 \(texts.clock.text(now))，早于本程序的发布时间"), fix: fix)
    }
    if let last = scene.lastChange, now.advanced(byMilliseconds: Self.slackMilliseconds) < last {
      return .amiss(
        texts.either(
          "it says \(texts.clock.text(now)), before the last change at \(texts.clock.text(last)): it was "
            + "set back", "显示为 \(texts.clock.text(now))，早于最近一次变更（\(texts.clock.text(last))）：时钟被调回过"),
        fix: fix)
    }
    return .well(texts.clock.text(now))
  }
}
