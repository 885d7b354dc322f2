/// What is told of reminders.
extension Texts {
  var whySummary: String {
    either(
      "Tells what became of a reminder, or of all of a contact, and by which rule.",
      "说明一条提醒（或某个联系人的全部提醒）的来龙去脉，以及依据哪条规则。")
  }
  var whyIDHelp: String {
    either("A reminder, or what it is about. Such as c12, v5, r7.", "提醒，或它所关联的对象。例如 c12、v5、r7。")
  }
  var noReminders: String { either("there never was a reminder of it", "从未有过相关提醒") }

  /// Why it ended without firing, in words.
  func reminderReason(_ word: String) -> String {
    switch word {
    case "subject_gone": either("what it was about is gone", "对象已不存在")
    case "not_wanted": either("there was nothing to be reminded of any more", "已无需提醒")
    default: word
    }
  }

  func reminderHead(_ id: String, _ kind: String, _ subject: String, whom: String) -> String {
    either("\(id)  \(kind) of \(subject), for \(whom)", "\(id)  \(subject) 的\(kind)，提醒 \(whom)")
  }
  func reminderCause(_ event: String, _ who: String, _ seq: Int64) -> String {
    either("\(event) by \(who) (change \(seq))", "\(who) 的 \(event)（第 \(seq) 条）")
  }
  func reminderPlanned(_ time: String, rule: String, after cause: String?) -> String {
    either(
      "planned on \(time) by \(rule)" + (cause.map { ", after \($0)" } ?? ""),
      "于 \(time) 依据 \(rule) 安排" + (cause.map { "，起因：\($0)" } ?? ""))
  }
  var reminderProvisional: String {
    either(
      "the holidays of that year are not known yet: it moves when they are",
      "该年的节假日尚未公布：公布后会重新安排")
  }
  func reminderWillFire(_ due: String) -> String {
    either("will fire on \(due)", "将于 \(due) 发出")
  }
  func reminderTried(_ times: Int, again: String, due: String) -> String {
    either(
      "was due on \(due), could not be processed (tried \(times) times), is tried again on \(again)",
      "应于 \(due) 发出，处理失败（已试 \(times) 次），将于 \(again) 再试")
  }
  func reminderFired(_ time: String) -> String { either("fired on \(time)", "已于 \(time) 发出") }
  func reminderFiredLate(_ time: String, due: String) -> String {
    either("fired late on \(time); it was due on \(due)", "迟于 \(time) 发出，应为 \(due)")
  }
  func reminderMerged(_ time: String, due: String, into other: String) -> String {
    either(
      "was due on \(due); on \(time) \(other) fired for it",
      "应于 \(due) 发出；\(time) 由 \(other) 合并发出")
  }
  func reminderWithdrawn(
    _ time: String, due: String, _ reason: String, after cause: String?
  ) -> String {
    either(
      "was due on \(due), but withdrawn on \(time): \(reason)"
        + (cause.map { ", after \($0)" } ?? ""),
      "应于 \(due) 发出，已于 \(time) 撤回：\(reason)" + (cause.map { "，起因：\($0)" } ?? ""))
  }
  func reminderExpired(_ time: String, due: String) -> String {
    either(
      "was due on \(due); when it could have fired, on \(time), it was of no use any more",
      "应于 \(due) 发出；到 \(time) 才能处理时已无意义")
  }
  func reminderFailed(_ time: String, due: String, _ reason: String) -> String {
    either(
      "was due on \(due), could not be processed and was set aside on \(time): \(reason)",
      "应于 \(due) 发出，始终无法处理，已于 \(time) 搁置：\(reason)")
  }
}
