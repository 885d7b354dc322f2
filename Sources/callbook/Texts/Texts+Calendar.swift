import CallbookFormats
import CallbookModel

/// What the commands for the work calendar say.
extension Texts {
  var calendarShowSummary: String {
    either(
      "Shows a month or a year: days off, worked weekends, hours.",
      "显示某月或某年的日历：放假、调休上班、营业时间。")
  }
  var calendarPeriodHelp: String {
    either("A year, or a month as 2026-10. Default: this month.", "年份，或写作 2026-10 的月份。默认：本月。")
  }
  var noPeriod: String {
    either("a year or a month is needed", "请写年份或月份")
  }
  var calendarImportSummary: String {
    either(
      "Takes over the holidays and worked weekends of a file: iCalendar or JSON.",
      "从文件导入放假和调休安排：iCalendar 或 JSON。")
  }
  var calendarFileHelp: String {
    either("The file; - for standard input.", "文件；- 表示标准输入。")
  }
  var calendarSourceHelp: String {
    either(
      "Who published it and when. Default: what the file says.", "由谁何时发布。默认：文件中所写。")
  }
  var calendarImportNotes: [String] {
    [
      either(
        "Of iCalendar the all-day events count that are marked as days off (休) or as worked (班), in "
          + "their names or by X-APPLE-SPECIAL-DAY. What is left out is named.",
        "iCalendar 文件中，只有标明“休”或“班”的全天日程才算数，看名称或 X-APPLE-SPECIAL-DAY。未采用的会逐条列出。"),
      either(
        "A year is imported whole: it replaces what was known of it. See first with --dry-run.",
        "每一年整体导入，替换原有的安排。可先用 --dry-run 查看。"),
    ]
  }

  func month(_ year: Int, _ number: Int) -> String {
    let digits = number < 10 ? "0\(number)" : "\(number)"
    return either("\(year)-\(digits)", "\(year)年\(number)月")
  }

  func weekday(_ day: Weekday) -> String {
    let chinese = ["一", "二", "三", "四", "五", "六", "日"][day.rawValue - 1]
    return either(String(day.abbreviation), chinese)
  }

  /// At most two cells wide.
  func mark(_ kind: DayKind) -> String {
    switch kind {
    case .usual: ""
    case .off: either("*", "休")
    case .worked: either("+", "班")
    case .closed: either("x", "关")
    case .hours: either("~", "改")
    }
  }

  func meaning(_ kind: DayKind) -> String {
    switch kind {
    case .usual: either("as the week has it", "照常")
    case .off: either("day off", "放假")
    case .worked: either("worked", "调休上班")
    case .closed: either("closed", "关门")
    case .hours: either("own hours", "另定时间")
    }
  }

  func yearUnknown(_ year: Int64) -> String {
    either(
      "the holidays of \(year) are not known: its days are planned by the weekly hours; import its "
        + "notice with: callbook calendar import FILE",
      "\(year) 年的放假安排尚未导入，暂按每周营业时间推算；导入请用：callbook calendar import FILE")
  }

  func openNow(_ isOpen: Bool, opens: String?, isGuess: Bool) -> String {
    if isOpen { return either("open now", "现在营业") }
    guard let opens else { return either("never open", "从不营业") }
    return either(
      "closed now, opens \(opens)" + (isGuess ? " (provisional)" : ""),
      "现在不营业，\(opens) 开门" + (isGuess ? "（暂定）" : ""))
  }

  func yearsImported(_ state: String, _ years: [Int64]) -> String {
    let list = years.map { "\($0)" }.joined(separator: listSeparator)
    return switch state {
    case "added": either("new: \(list)", "新增：\(list)")
    case "changed": either("changed: \(list)", "有改动：\(list)")
    default: either("known already: \(list)", "已有：\(list)")
    }
  }

  func leftOut(_ thing: CalendarFile.LeftOut) -> String {
    let name = Layout.cell(thing.name)
    let place = thing.line.map { either("line \($0): \(name)", "第 \($0) 行：\(name)") } ?? name
    let reason =
      switch thing.reason {
      case .unmarked: either("marked neither as off (休) nor as worked (班)", "没有标明休或班")
      case .damaged: either("a line in it cannot be read", "其中有一行无法识别")
      case .cancelled: either("called off", "已取消")
      case .notAllDay: either("not made of whole days", "不是全天日程")
      case .notOnce: either("repeats, or is longer than a month", "是重复日程，或长于一个月")
      case .partOfYear: either("only a few days of that year are there", "该年只有几天")
      }
    return either("left out: \(place): \(reason)", "未采用：\(place)：\(reason)")
  }
  func moreLeftOut(_ count: Int) -> String {
    either("left out: \(count) more", "未采用：另有 \(count) 条")
  }
}
