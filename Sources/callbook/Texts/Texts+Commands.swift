/// The helps of the commands that are written by hand.
extension Texts {
  var callSummary: String {
    either(
      "Makes a request as programs do, and prints the answer as JSON.",
      "像程序那样直接发出请求，以 JSON 输出结果。")
  }
  var callMethodHelp: String { either("Such as contact.get.", "例如 contact.get。") }
  var callParamsHelp: String {
    either("A JSON object. Default: {}.", "一个 JSON 对象。默认：{}。")
  }

  var cardSummary: String {
    either("Shows everything about one contact on one screen.", "在一屏内显示某个联系人的全部资料。")
  }
  var cardContactHelp: String { either("The contact. Such as c12.", "联系人。例如 c12。") }

  var completionsSummary: String {
    either(
      "Prints what a shell needs to complete commands and options.", "输出 shell 补全命令和选项所需的脚本。")
  }

  var discoverSummary: String {
    either("Prints what can be asked, as an OpenRPC document.", "以 OpenRPC 文档输出全部可用请求。")
  }

  var doctorSummary: String {
    either(
      "Checks what the command needs, and says what mends each thing that is wrong.",
      "检查本命令所需的条件，逐项说明问题和解决办法。")
  }
  var doctorNote: String {
    either("Ends with 1 when something is wrong.", "发现问题时退出码为 1。")
  }

  var emergencySummary: String {
    either(
      "Says whom to call in an emergency, of a contact or of the shop itself, in order.",
      "按顺序列出紧急情况下该联系谁：某个联系人的，或本店的。")
  }
  var emergencyContactHelp: String {
    either(
      "The contact; the shop itself when none is named. Such as c12.",
      "联系人；不写则为本店。例如 c12。")
  }

  var findSummary: String {
    either(
      "Finds contacts by a part of a name, pinyin, last digits of a phone, company, email or tag.",
      "查找联系人：姓名的一部分、拼音、电话尾号、单位、邮箱或标签均可。")
  }
  var findTextHelp: String { either("What is known of the contact.", "已知的信息。") }
  var findLimitHelp: String {
    either("How many at most. 1 to 100. Default: 20.", "最多几个。1 至 100。默认：20。")
  }

  var verifyNote: String {
    either("Ends with 1 when the ledger is not intact.", "账本不完整时退出码为 1。")
  }

  var verifyBackupNote: String {
    either("Ends with 1 when the backup is not intact.", "备份不完整时退出码为 1。")
  }

  var versionSummary: String {
    either("Says which version of the command this is.", "显示本命令的版本。")
  }

  var watchSummary: String {
    either(
      "Shows changes as they are made, until Ctrl-C; goes on by itself when the daemon restarts.",
      "实时显示变更，按 Ctrl-C 结束；守护进程重启后自动继续。")
  }
  var watchSinceHelp: String {
    either(
      "Where to begin: now, start, or the cursor of the last event that was seen. Default: now.",
      "从哪里开始：now（现在）、start（最早），或最后看到的事件的游标。默认：now。")
  }
  var watchTopicHelp: String {
    either(
      "Only this kind (contact) or event (contact.added). At most 50.",
      "只看这一类（contact）或这种事件（contact.added）。最多 50 个。")
  }
}
