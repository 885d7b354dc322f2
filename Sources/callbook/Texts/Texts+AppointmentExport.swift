/// What is said of calendars to subscribe to.
extension Texts {
  var calendarExportSummary: String {
    either(
      "Writes appointments as a calendar to subscribe to: iCalendar.",
      "把预约写成可订阅的日历：iCalendar。")
  }
  var calendarFollowHelp: String {
    either(
      "Stay, and write the file anew whenever something in it changed.", "保持运行，内容有变时重写文件。")
  }
  var calendarGatherHelp: String {
    either(
      "With --follow: for how long changes are gathered, 0 to 3600 seconds. Default: 5.",
      "与 --follow 同用：收集改动的时间，0 到 3600 秒。默认：5。")
  }
  var calendarFromHelp: String {
    either(
      "The first day, such as 2026-05-03 or mon. Default: 31 days ago.",
      "第一天，例如 2026-05-03 或周一。默认：31 天前。")
  }
  var calendarUntilHelp: String {
    either("The last day. Default: there is none.", "最后一天。默认：不限。")
  }
  var calendarAlarmHelp: String {
    either(
      "Minutes before the start at which the calendar speaks up, or none. Default: as the policy "
        + "has it (appointment.remind.assignee).",
      "开始前多少分钟提醒，或 none（不提醒）。默认：按政策（appointment.remind.assignee）。")
  }
  var calendarExportNotes: [String] {
    [
      either(
        "Cancelled appointments are in it as cancelled, so that subscribers take them away. A booked "
          + "one is tentative until it is confirmed.",
        "已取消的预约标为取消，以便订阅者删除。已预约而未确认的标为暂定。"),
      either(
        "The file is replaced in one step, readable by its group. With --follow it goes on when the "
          + "daemon restarts; callbook-calendar@USER.service runs it.",
        "文件一步替换完成，同组可读。使用 --follow 时，守护进程重启后会继续；callbook-calendar@USER.service "
          + "负责运行它。"),
    ]
  }

  var followNeedsFile: String {
    either("--follow goes with --output FILE", "--follow 须与 --output FILE 同用")
  }
  var calendarJSONNeedsFile: String {
    either(
      "--json goes with --output; appointments as JSON: callbook appointment list --json",
      "--json 须与 --output 同用；要以 JSON 输出预约请用 callbook appointment list --json")
  }
  var noAlarm: String {
    either(
      "--alarm takes minutes from 0 to 43200, or none alone", "--alarm 须是 0 到 43200 的分钟数，或单独的 none")
  }
  func noSeconds(_ range: ClosedRange<Int>) -> String {
    either(
      "--gather takes seconds from \(range.lowerBound) to \(range.upperBound)",
      "--gather 须是 \(range.lowerBound) 到 \(range.upperBound) 的秒数")
  }
  func calendarWritten(_ count: Int, to path: String) -> String {
    either("\(count) appointments are in \(path)", "\(path) 中有 \(count) 个预约")
  }
  func eventSummary(_ kind: String, _ who: String) -> String {
    either("\(kind): \(who)", "\(kind)：\(who)")
  }
}
