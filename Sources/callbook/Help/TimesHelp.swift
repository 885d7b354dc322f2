/// `callbook help times`: how a time or a day can be typed.
struct TimesHelp {
  private static let days = [
    "today, tomorrow, yesterday", "tomorrow 9:30, tomorrow 2pm, tomorrow noon", "friday, fri 14:00",
    "next monday 10:00, this friday, last friday", "12-01, 12-01 9:30, 2026-12-01 9:30", "9:30",
    "今天、明天、后天、大后天、昨天", "今晚8点、明早9点一刻、明天下午2点半", "周五、周五 14:00、星期五下午2点",
    "下周一 9点半、本周五、上周五", "12月1日 9:30、2026年12月1日",
  ]
  private static let shifts = [
    "now, +30m, +2h, +1h30m, in 2 hours", "+3d, +1w, +3d 9:30", "现在、半小时后、两小时后", "3天后、两周后、3天后9点",
  ]
  private static let exact = ["2026-12-01T09:30:00+08:00", "2026-12-01T01:30:00Z", "2026-12-01"]

  private let texts: Texts
  private let columns: Int

  init(_ texts: Texts, columns: Int) {
    self.texts = texts
    self.columns = columns
  }

  var text: String {
    var lines = Wrapping.lines(texts.timesIntroduction, columns: columns)
    for (title, forms) in [
      (texts.timesByWords, Self.days), (texts.timesFromNow, Self.shifts),
      (texts.timesExactly, Self.exact),
    ] {
      lines += ["", texts.title(title)] + forms.map { "  \($0)" }
    }
    lines += [""] + Wrapping.lines(texts.timesAmbiguity, columns: columns)
    return lines.joined(separator: "\n")
  }
}
