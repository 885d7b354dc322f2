/// What is said while a command works, and of what came of it.
extension Texts {
  var nothingFound: String { either("nothing found", "没有找到") }
  var dryRunDone: String { either("dry run: nothing was changed", "试运行：没有做任何修改") }
  func waitsForManager(_ appointment: String, _ request: String) -> String {
    either(
      "\(appointment) is not cancelled yet: a manager decides about \(request)",
      "\(appointment) 尚未取消：\(request) 等待主管审批")
  }
  func more(_ command: String) -> String {
    either("there is more: \(command)", "还有更多，请输入：\(command)")
  }
  func answer(_ isYes: Bool) -> String { isYes ? either("yes", "是") : either("no", "否") }

  var policyDryRunNote: String {
    either(
      "With --dry-run it also counts, as policy.preview does, the reminders that the change would move.",
      "加上 --dry-run 时，还会像 policy.preview 那样统计会改动多少条提醒。")
  }

  // MARK: Watching

  var watchLost: String {
    either("the daemon went away; waiting for it to come back", "与守护进程的连接断了，正在等它恢复")
  }
  var watchResumed: String {
    either("it is back; going on from where it was", "已恢复，从断开处继续")
  }
  var watchBegunAnew: String {
    either("it is back; going on from now", "已恢复，从现在开始继续")
  }
  var watchGap: String {
    either(
      "the store has another history now, such as after a restore: changes in between are not shown",
      "数据库换了一份历史（例如做过恢复）：中间的变更无法显示")
  }

  // MARK: The ledger

  var ledgerIntact: String { either("the ledger is intact", "账本完整") }
  var ledgerBroken: String { either("THE LEDGER IS NOT INTACT", "账本已被破坏！") }
  var backupIntact: String { either("the backup is intact", "备份完整") }
  var backupBroken: String { either("THE BACKUP IS NOT INTACT", "备份已损坏！") }
  func entriesChecked(_ count: Int64, head: String) -> String {
    either("\(count) entries checked, head \(head)", "已检查 \(count) 条，最新一条为 \(head)")
  }
  func verdict(_ verdict: String, _ checked: String) -> String {
    either("\(verdict): \(checked)", "\(verdict)：\(checked)")
  }
  func ledgerProblem(_ kind: String) -> String { word("problem", kind) }

  // MARK: Cards and lists

  var noEmergency: String {
    either(
      "nobody is named; add somebody with: callbook emergency set",
      "还没有紧急联系人，添加请用：callbook emergency set")
  }
  var shopItself: String { either("The shop", "本店") }
  func mayBeSame(_ contacts: String) -> String {
    either("may be the same as \(contacts)", "可能与以下联系人重复：\(contacts)")
  }
  func section(_ name: String) -> String {
    switch name {
    case "emergency": either("emergency", "紧急联系人")
    case "changes": either("last changes", "最近变更")
    case "callbacks": either("callbacks to make", "待回访")
    case "appointments": either("appointments", "预约")
    case "past_appointments": either("last appointments", "最近预约")
    case "forms": either("last callback forms", "最近回访表")
    case "interactions": either("last interactions", "最近互动")
    default: title(of: name)
    }
  }
  func pair(_ name: String, _ value: String) -> String {
    either("\(name): \(value)", "\(name)：\(value)")
  }

  // MARK: When a contact point is to be used

  var pointUse: String { either("use", "使用") }
  var pointRemoved: String { either("removed", "已移除") }
  var pointNotToUse: String { either("do not use", "停用") }
  var pointPreferred: String { either("preferred", "首选") }
  var pointBackup: String { either("backup", "备用") }
  var pointRefused: String { either("refused", "拒绝联系") }
  func notWithin(_ hours: String) -> String { either("not \(hours)", "\(hours) 勿扰") }
  func verified(_ day: String) -> String { either("verified \(day)", "\(day) 核实") }

  // MARK: Questions

  func question(_ title: String, _ hints: [String], isOptional: Bool) -> String {
    let more = hints + (isOptional ? [either("may be left empty", "可留空")] : [])
    let list = more.joined(separator: listSeparator)
    return more.isEmpty
      ? either("\(title): ", "\(title)：") : either("\(title) (\(list)): ", "\(title)（\(list)）：")
  }
  func numberWithin(_ bounds: String) -> String {
    either("a whole number is needed: \(bounds)", "请输入整数：\(bounds)")
  }
  var answerNeeded: String { either("this is needed", "此项必填") }
  var brokenOff: String { either("broken off; nothing was entered", "已中断，没有录入任何内容") }
  var completeNotes: [String] {
    [
      either(
        "On a terminal it asks for whatever is left out, field by field. Elsewhere everything that is missing is named at once.",
        "在终端上会逐项询问未填的内容；否则一次列出全部缺项。")
    ]
  }
}
