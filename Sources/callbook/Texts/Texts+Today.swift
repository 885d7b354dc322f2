import CallbookModel

/// What is said of a day's work, and of reminders as they fire.
extension Texts {
  var todaySummary: String {
    either(
      "Shows what is due for you, first what is overdue, and what to type next.",
      "列出你今天到期的事项，逾期的在前，并提示接下来输入什么。")
  }
  func todayStandingIn(_ users: [String]) -> String {
    let list = users.joined(separator: listSeparator)
    return either("you stand in for \(list)", "你正在顶替 \(list)")
  }
  var overdue: String { either("overdue", "已逾期") }
  var dueToday: String { either("today", "今天") }
  func countOf(_ title: String, _ count: Int64) -> String {
    either("\(title) (\(count))", "\(title)（\(count)）")
  }
  var dueSince: String { either("due since", "到期时间") }
  var todayType: String { either("type next", "接下来输入") }
  func orType(_ command: String) -> String { either("or: \(command)", "或：\(command)") }
  var nothingDue: String { either("nothing is due today", "今天没有到期的事项") }
  func comesNext(_ time: String, _ task: String, _ subject: String) -> String {
    either("next: \(time)  \(subject): \(task)", "接下来：\(time)  \(subject)：\(task)")
  }

  /// What falls due, by its kind; a kind that this program does not know as it is.
  ///
  /// - Parameter channel: by which kind of point somebody is to be told, as the wire names it.
  func dueKind(_ kind: String, by channel: String? = nil) -> String {
    switch kind {
    case "review": either("review", "资料核对")
    case "callback": either("callback", "回访")
    case "appointment": either("appointment", "预约")
    case "tell":
      channel.map { either("tell by \(word("kind", $0))", "用\(word("kind", $0))告知预约") }
        ?? either("tell of the appointment", "告知预约")
    case "tell_cancelled":
      channel.map {
        either("tell by \(word("kind", $0)): cancelled", "用\(word("kind", $0))告知预约已取消")
      } ?? either("tell that it is cancelled", "告知预约已取消")
    case "batch": either("batch of forms", "回访表批次")
    case "follow_up": either("follow up: booking off", "跟进：预约关闭")
    case "booking_off": either("decide: booking off", "审批：关闭预约")
    case "cancellation": either("decide: cancel", "审批：取消预约")
    default: kind
    }
  }

  /// What a reminder asks somebody to do, by its kind; a kind that this program does not know as it is.
  func task(_ kind: String) -> String {
    switch kind {
    case "review.due", "review.opened": either("check the details", "核对资料")
    case "review.again": either("the details still wait to be checked", "资料仍待核对")
    case "review.escalated": either("nobody has checked the details", "资料一直无人核对")
    case "callback.due": either("call back", "回访")
    case "callback.overdue": either("nobody has called back", "回访逾期")
    case "batch.due": either("deal with the batch of forms", "处理回访表批次")
    case "batch.overdue": either("nobody has dealt with the batch of forms", "回访表批次逾期")
    case "callback.exhausted": either("nobody could be reached", "一直联系不上")
    case "series.extend": either("the next visits were booked", "已排下一次定期上门")
    case "appointment.soon": either("appointment soon", "预约将至")
    case "appointment.tell": either("tell the customer of the appointment", "告知客户预约")
    case "cancellation.requested":
      either("decide whether the appointment is cancelled", "审批取消预约的申请")
    case "cancellation.expired":
      either("nobody decided about cancelling the appointment", "取消预约的申请无人审批，已过期")
    case "booking.requested":
      either("decide whether booking is switched off", "审批关闭预约的申请")
    case "booking.expired":
      either("nobody decided about switching booking off", "关闭预约的申请无人审批，已过期")
    case "booking.off": either("booking is off from now on", "预约从现在起关闭")
    case "booking.on": either("booking is on again", "预约已恢复")
    case "booking.follow_up": either("see how it goes while booking is off", "跟进预约关闭的原因")
    case "booking.follow_up_overdue":
      either("nobody has followed up why booking is off", "预约关闭后一直无人跟进")
    default: word("kind", kind)
    }
  }

  /// How late something is, in its largest unit.
  func lateness(seconds: Int64) -> String {
    let (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86_400)
    if days > 0 { return days == 1 ? either("1 day", "1 天") : either("\(days) days", "\(days) 天") }
    if hours > 0 { return either("\(hours) h", "\(hours) 小时") }
    return minutes > 0 ? either("\(minutes) min", "\(minutes) 分钟") : ""
  }

  func withCommand(_ sentence: String, _ command: String?) -> String {
    guard let command else { return sentence }
    return either("\(sentence): \(command)", "\(sentence)：\(command)")
  }

  func notice(_ notice: String, _ details: [String]) -> String {
    let list = details.joined(separator: listSeparator)
    return switch notice {
    case "no_staff":
      either("nobody is on the staff list yet; begin with an admin", "还没有员工，先登记一位管理员")
    case "no_contacts": either("there are no contacts yet", "还没有联系人")
    case "away":
      either("away, and \(list) stands in; back again", "目前外出，由 \(list) 顶替；回来后")
    case "calendar_unknown":
      either("the holidays of \(list) are not known", "\(list) 年的放假安排未知")
    case "provisional":
      either(
        "\(list) of the waiting reminders are provisional: they move when the holidays are known",
        "有 \(list) 条等待中的提醒是暂定的：放假安排导入后会重新安排")
    case "one_person":
      either(
        "no second person has to agree: whoever asks may approve it",
        "审批不需要第二个人：申请人可以自己批准")
    case "booking_off": either("booking is off (\(list))", "预约已关闭（\(list)）")
    case "booking_affected":
      either(
        "booked before, and still to be moved or cancelled (\(list))",
        "此前已约、尚待改期或取消的预约（\(list)）")
    case "series_skipped":
      either(
        "visits that come round could not be booked: \(list)", "有定期上门未能排上：\(list)")
    case "series_stalled":
      either(
        "the next visits that come round could not be booked for a fault, and are tried again: \(list)",
        "定期上门排期出错，将再次尝试：\(list)")
    case "backup_missing": either("there is no backup yet", "还没有备份")
    case "backup_old": either("the newest backup is \(list) days old", "最新备份已是 \(list) 天前")
    default: notice
    }
  }

  // MARK: Reminders as they fire

  enum ReminderOutcome {
    case inTime
    case late(due: String)
    case expired(due: String)
  }

  func reminderNews(
    time: String, _ thing: String, _ task: String, whom: String, outcome: ReminderOutcome,
    command: String
  ) -> String {
    let mark =
      switch outcome {
      case .inTime: ""
      case .late(let due): either(" [late: due \(due)]", "【迟到：应于 \(due)】")
      case .expired(let due):
        either(" [too late to be of use: due \(due)]", "【已失去意义：应于 \(due)】")
      }
    return either(
      "\(time)  for \(whom): \(thing): \(task)\(mark)  → \(command)",
      "\(time)  提醒 \(whom)：\(thing)：\(task)\(mark)  → \(command)")
  }
}
