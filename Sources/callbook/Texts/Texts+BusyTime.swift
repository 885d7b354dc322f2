import CallbookFormats
import CallbookJSON
import CallbookModel

/// What is said of when staff are busy by calendars of their own.
extension Texts {
  var busyImportSummary: String {
    either(
      "Takes over when somebody is busy from their calendar: iCalendar.",
      "从某人的日历导入其忙碌时间：iCalendar。")
  }
  var busyFileHelp: String {
    either("The calendar; - for standard input.", "日历文件；- 表示标准输入。")
  }
  var busyUserHelp: String {
    either("Whose calendar it is. Default: your own.", "谁的日历。默认：自己的。")
  }
  var busyUntilHelp: String {
    either(
      "The last day, such as 2026-12-31 or +8w. Default: a year from today.",
      "最后一天，例如 2026-12-31 或 +8w。默认：从今天起一年。")
  }
  var busyImportNotes: [String] {
    [
      either(
        "Only from when until when is kept, never what for. What is marked as free or cancelled does not "
          + "count, nor do appointments of this register. What comes round is taken over each time; what "
          + "cannot be read for certain is left out and named.",
        "只保存起止时间，不保存事由。标为空闲或已取消的不算，本系统自己的预约也不算。重复日程逐次导入；"
          + "不能确定的不采用，并逐条列出。"),
      either(
        "The files together replace what was known of that person's busy times. See first with --dry-run. "
          + "It exits with 65 when something was left out.",
        "所给的文件合在一起，替换此人原有的忙碌时间。可先用 --dry-run 查看。有未采用的内容时退出码为 65。"),
    ]
  }
  var busyNothingRead: String {
    either(
      "nothing of it could be read; what was known stays as it was", "其中没有能识别的内容；原有的忙碌时间保持不变")
  }
  var busyUntilPast: String { either("that day is past", "该日期已过") }
  func busyTooMany(_ count: Int, most: Int) -> String {
    either(
      "there are \(count) busy times, and \(most) are taken over at most: name a nearer day with --until",
      "共有 \(count) 段忙碌时间，最多可导入 \(most) 段：请用 --until 写一个较近的日期")
  }

  func leftOut(_ thing: BusyFile.LeftOut, of path: String) -> String {
    let name = thing.name.isEmpty ? "" : either(": ", "：") + Layout.cell(thing.name)
    let place = either(
      "\(Layout.cell(path)), line \(thing.line)", "\(Layout.cell(path)) 第 \(thing.line) 行")
    let reason =
      switch thing.reason {
      case .damaged: either("a line in it cannot be read", "其中有一行无法识别")
      case .noTime: either("it does not say when it is", "没有写明时间")
      case .unknownZone: either("its time zone is not known", "时区不明")
      case .unknownRule: either("it recurs in a way that is not read", "重复规则无法识别")
      case .tooOften:
        either("it recurs thousands of times by then; see --until", "到那时重复数千次；见 --until")
      }
    return either("left out: \(place)\(name): \(reason)", "未采用：\(place)\(name)：\(reason)")
  }

  func busyImported(_ reply: JSONNode, free: Int, isDryRun: Bool) -> String {
    func number(_ member: String) -> Int64 { reply[member]?.integer ?? 0 }
    let (added, removed, kept) = (number("added"), number("removed"), number("kept"))
    let user = Layout.cell(reply["user"]?.string ?? "")
    let total = added + kept
    var parts = [
      either(
        isDryRun
          ? "\(user) would be busy \(times(total)): \(added) new, \(removed) gone"
          : "\(user) is busy \(times(total)): \(added) new, \(removed) gone",
        isDryRun
          ? "试运行：\(user) 将有 \(total) 段忙碌时间：新增 \(added)，减少 \(removed)"
          : "\(user) 有 \(total) 段忙碌时间：新增 \(added)，减少 \(removed)")
    ]
    if free > 0 {
      parts.append(either("free or cancelled ones do not count: \(free)", "空闲或已取消的不算：\(free) 条"))
    }
    if number("own") > 0 {
      parts.append(
        either(
          "nor do appointments of this register: \(number("own"))",
          "本系统自己的预约也不算：\(number("own")) 条"))
    }
    return parts.joined(separator: either("; ", "；"))
  }

  private func times(_ count: Int64) -> String { count == 1 ? "once" : "\(count) times" }

  func busyConflicts(_ count: Int64) -> String {
    either(
      count == 1
        ? "one appointment lies in that time; move it with callbook appointment move, or give it to somebody else with callbook appointment reassign:"
        : "\(count) appointments lie in that time; move them with callbook appointment move, or give them to somebody else with callbook appointment reassign:",
      "有 \(count) 个预约在这些时间内；可用 callbook appointment move 改期，或用 callbook appointment reassign 改派：")
  }
  func busyConflictsMore(_ count: Int64) -> String {
    either("and \(count) more", "另有 \(count) 个")
  }

  /// In a picture of days.
  var busyElsewhere: String { either("busy", "有事") }
}
