import CallbookModel

/// What is said of days and weeks of appointments.
extension Texts {
  var daySummary: String {
    either(
      "Shows a day's appointments beside each other, and what is free.",
      "并排显示某天的预约和空闲时间。")
  }
  var weekSummary: String {
    either(
      "Shows a week's appointments, Monday to Sunday, and what is free.",
      "显示一周（周一至周日）的预约和空闲时间。")
  }
  var agendaDateHelp: String {
    either(
      "The day, such as 2026-05-03, tomorrow or fri. Default: today.",
      "日期，例如 2026-05-03、明天或周五。默认：今天。")
  }
  var agendaWeekHelp: String {
    either(
      "A day of the week, such as 2026-05-03 or +1w. Default: today.",
      "这一周中的某天，例如 2026-05-03 或 +1w。默认：今天。")
  }
  var agendaByHelp: String {
    either(
      "assignee or place. Default: assignee, or place with --place.",
      "assignee（按人）或 place（按地点）。默认：assignee；给出 --place 时为 place。")
  }
  var agendaAssigneeHelp: String {
    either("Only what this user is to be at.", "只看由该用户负责的。")
  }
  var agendaPlaceHelp: String {
    either("Only at this place, by short name.", "只看该地点的，写短名。")
  }
  var agendaNotes: [String] {
    [
      either(
        "2/3 before a name: two of the three that a place has room for; a7+1: one more at that time; "
          + ":15: a quarter past. Everything in full is in --json.",
        "名称前的 2/3：该地点可容纳三个，已有两个；a7+1：同一时间还有一个；:15：从一刻开始。完整内容见 --json。")
    ]
  }
  var noDay: String { either("write a day as 2026-05-03", "日期请写作 2026-05-03") }

  func agendaDay(_ date: CalendarDate, _ hours: DayHours) -> String {
    let open =
      hours.isClosed ? shopClosed : either("open \(hours)", "营业 \(hours)")
    return "\(agendaColumn(date, isLong: true))  \(open)"
  }

  func agendaWeek(_ first: CalendarDate, _ last: CalendarDate) -> String {
    either("\(first) to \(last)", "\(first) 至 \(last)")
  }

  func agendaColumn(_ date: CalendarDate, isLong: Bool) -> String {
    let day = weekday(date.weekday)
    let number = isLong ? "\(date)" : "\(date.day)"
    return either("\(day) \(number)", isLong ? "\(number) 周\(day)" : "周\(day) \(number)")
  }

  var agendaLegend: String { either(". free   | taken", ". 空闲   | 已占用") }
  var freeTime: String { either("free", "空闲") }
  var shopClosed: String { either("closed", "关门") }
  var nothingBooked: String { either("nothing is booked", "没有预约") }
  var nobodyYet: String { either("nobody yet", "未分派") }
  var atTheCustomers: String { either("at the customer's", "客户处") }
}
