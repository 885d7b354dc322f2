import CallbookModel

/// What the figures of appointments are called.
extension Texts {
  var figuresCSVHelp: String {
    either("Print rows for a spreadsheet.", "以 CSV 输出，供表格软件使用。")
  }
  var figuresOneForm: String {
    either("either --csv or --json", "--csv 和 --json 只能选一个")
  }
  func figuresHead(_ from: String, _ until: String, total: Int64) -> String {
    either(
      "Appointments from \(from) to \(until): \(total)", "\(from) 至 \(until) 的预约：\(total) 个")
  }
  var figuresOutcomes: String { either("what became of them", "结果") }
  var figuresKept: String { either("kept", "已赴约") }
  func figuresNoShow(isCustomer: Bool) -> String {
    isCustomer
      ? either("customer did not come", "客户未到") : either("staff did not come", "员工未到")
  }
  var figuresCancelled: String { either("cancelled", "已取消") }
  var figuresOpen: String { either("open", "尚无结果") }
  var figuresCancellations: String { either("why they were cancelled", "取消原因") }
  var figuresHours: String { either("load by hour of the start", "按开始时间（小时）") }
  var figuresWeekdays: String { either("load by weekday", "按星期") }
  func figuresLeads(median: String?) -> String {
    guard let median else { return either("how long ahead they were booked", "提前多久预约") }
    return either(
      "how long ahead they were booked (median \(median))", "提前多久预约（中位数 \(median)）")
  }

  /// Such as `09:00`.
  func hour(_ hour: Int64) -> String { hour < 10 ? "0\(hour):00" : "\(hour):00" }

  func dayOfWeek(_ day: Weekday) -> String {
    either(String(day.abbreviation), "星期\(weekday(day))")
  }

  /// Whole days from two on, hours from two on, else minutes.
  func duration(_ minutes: Int64) -> String {
    if minutes >= 2 * 1440 { return either("\(minutes / 1440) days", "\(minutes / 1440) 天") }
    if minutes >= 2 * 60 { return either("\(minutes / 60) hours", "\(minutes / 60) 小时") }
    return either("\(minutes) minutes", "\(minutes) 分钟")
  }
}
