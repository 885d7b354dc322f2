extension WorkYear {
  /// The years that are known without an import: mainland China's, kept by hand from the notices of
  /// the General Office of the State Council (国务院办公厅关于部分节假日安排的通知) of 2024-11-12 for
  /// 2025 and of 2025-11-04 for 2026. A year is added here when its notice is out, never before.
  package static let shipped: [Int: WorkYear] = [
    2025: WorkYear(
      off: [
        ("2025-01-01", "元旦"), ("2025-01-28/2025-02-04", "春节"), ("2025-04-04/2025-04-06", "清明节"),
        ("2025-05-01/2025-05-05", "劳动节"), ("2025-05-31/2025-06-02", "端午节"),
        ("2025-10-01/2025-10-08", "国庆节、中秋节"),
      ],
      on: [
        ("2025-01-26", "春节"), ("2025-02-08", "春节"), ("2025-04-27", "劳动节"),
        ("2025-09-28", "国庆节、中秋节"), ("2025-10-11", "国庆节、中秋节"),
      ],
      noticeOf: "2024-11-12"),
    2026: WorkYear(
      off: [
        ("2026-01-01/2026-01-03", "元旦"), ("2026-02-15/2026-02-23", "春节"),
        ("2026-04-04/2026-04-06", "清明节"), ("2026-05-01/2026-05-05", "劳动节"),
        ("2026-06-19/2026-06-21", "端午节"), ("2026-09-25/2026-09-27", "中秋节"),
        ("2026-10-01/2026-10-07", "国庆节"),
      ],
      on: [
        ("2026-01-04", "元旦"), ("2026-02-14", "春节"), ("2026-02-28", "春节"),
        ("2026-05-09", "劳动节"), ("2026-09-20", "国庆节"), ("2026-10-10", "国庆节"),
      ],
      noticeOf: "2025-11-04"),
  ]

  private init(off: [(String, String)], on: [(String, String)], noticeOf day: String) {
    let named = (off + on).flatMap { text, name in
      (DateSpan(text)?.days ?? []).map { ($0, name) }
    }
    self.init(
      off: Self.days(off), on: Self.days(on), names: Dictionary(named) { $1 },
      source: "State Council General Office notice of \(day)")
  }

  private static func days(_ spans: [(String, String)]) -> Set<CalendarDate> {
    Set(spans.compactMap { DateSpan($0.0) }.flatMap(\.days))
  }
}
