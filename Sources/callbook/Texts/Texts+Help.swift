import CallbookClient
import CallbookModel

/// What helps are made of.
extension Texts {
  var about: String {
    either("Asks the shop's register of contacts, and changes it.", "查询和修改门店的联系人登记簿。")
  }

  // MARK: What every command understands

  var socketHelp: String {
    either(
      "Where the daemon listens. Default: CALLBOOK_SOCKET, else \(Client.standardPath).",
      "守护进程监听的位置。默认：CALLBOOK_SOCKET，未设置时为 \(Client.standardPath)。")
  }
  var jsonHelp: String { either("The whole answer as JSON.", "以 JSON 输出完整结果。") }
  var jsonLinesHelp: String {
    either("One JSON value a line: each item of a list.", "每行一个 JSON 值：列表的每一项占一行。")
  }
  var noColorHelp: String {
    either("No colours, also on a terminal; as NO_COLOR does.", "在终端上也不用颜色，与 NO_COLOR 相同。")
  }
  var helpHelp: String { either("Show this.", "显示本帮助。") }
  var dryRunHelp: String {
    either("Say what would happen, and change nothing.", "只说明会发生什么，不做任何修改。")
  }
  var keyHelp: String {
    either(
      "The idempotency key of an earlier try: the change is made once at most.",
      "上一次尝试的幂等键：修改最多只做一次。")
  }

  // MARK: Titles

  var optionsWord: String { either("[OPTIONS]", "[选项]") }
  var commandWord: String { either("COMMAND", "命令") }
  var argumentsTitle: String { either("What to give", "参数") }
  var optionsTitle: String { either("Options", "选项") }
  var generalTitle: String { either("Every command", "通用选项") }
  var examplesTitle: String { either("Examples", "示例") }
  var commandsTitle: String { either("Commands", "命令") }
  var byHandTitle: String { either("At the counter", "柜台常用") }
  var commandTitle: String { either("command", "命令") }
  var requiredMark: String { either(" (required)", "（必填）") }
  var helpCommandHelp: String {
    either("Shows the help of a command, as --help does.", "显示某个命令的帮助，与 --help 相同。")
  }
  var helpRolesHelp: String { either("Shows who may do what.", "显示各角色的权限。") }
  func title(_ title: String) -> String { either("\(title):", "\(title)：") }
  func usage(_ usage: String) -> String { either("Usage: \(usage)", "用法：\(usage)") }

  // MARK: Inputs

  func notHelp(_ name: String) -> String {
    either("The opposite of --\(name).", "与 --\(name) 相反。")
  }
  func clearHelp(_ name: String) -> String {
    either("Leave \(name) without a value.", "清空 \(name)。")
  }
  func pointHelp(_ kind: String) -> String {
    either(
      "A contact point of the kind \(kind); once for each, the first one is the primary one.",
      "\(word("kind", kind))；有几个就写几次，第一个为主要的。")
  }
  func commaHelp(_ help: String) -> String {
    sentences([
      help,
      either(
        "Once for each; what is not known is left out, as in ',199 0000 7777'.",
        "有几个就写几次；不知道的留空，例如 ',199 0000 7777'。"),
    ])
  }
  func entryHelp(_ help: String) -> String {
    sentences([
      help,
      either(
        "As KEY=VALUE, once for each; KEY= stands for no value.",
        "写作 KEY=VALUE，有几个就写几次；KEY= 表示没有值。"),
    ])
  }
  func entriesAsJSON(_ help: String) -> String {
    sentences([help, either("As a JSON object.", "写成 JSON 对象。")])
  }
  func asJSON(_ names: [String]) -> String {
    either(
      "As a JSON array of objects with \(names.joined(separator: ", ")).",
      "JSON 数组，每个对象可含 \(names.joined(separator: "、"))。")
  }

  func oneOf(_ words: [String]) -> String {
    either(
      "One of: \(words.joined(separator: ", ")).", "可选：\(words.joined(separator: "、"))。")
  }
  func suchAs(_ instance: String) -> String { either("Such as \(instance).", "例如 \(instance)。") }
  func characters(_ limits: ClosedRange<Int>) -> String {
    limits.count == 1
      ? either("\(limits.lowerBound) characters.", "\(limits.lowerBound) 个字符。")
      : either("\(span(limits)) characters.", "\(span(limits)) 个字符。")
  }
  func numbers(_ limits: ClosedRange<Int>) -> String {
    either("\(span(limits)).", "\(span(limits))。")
  }
  func times(_ limits: ClosedRange<Int>) -> String {
    limits.lowerBound == 0
      ? either("At most \(limits.upperBound).", "最多 \(limits.upperBound) 个。")
      : either("\(span(limits)) times.", "\(span(limits)) 个。")
  }
  func fallback(_ value: String) -> String { either("Default: \(value).", "默认：\(value)。") }

  private func span(_ limits: ClosedRange<Int>) -> String {
    either(
      "\(limits.lowerBound) to \(limits.upperBound)", "\(limits.lowerBound) 至 \(limits.upperBound)")
  }

  // MARK: Who may

  func permission(_ who: String) -> String { either("Who may: \(who).", "权限：\(who)。") }

  func whoMay(_ permission: PermissionDescription) -> String {
    if permission.isForEverybody { return either("anybody on the staff list", "员工名单上的任何人") }
    func names(_ roles: [String]) -> String {
      roles.map { wordWithMeaning("roles", $0) }.joined(separator: listSeparator)
    }
    var words = names(permission.roles.map(\.rawValue))
    if !permission.owners.isEmpty {
      let owners = names(permission.owners.map(\.rawValue))
      words += either("; \(owners) for contacts of their own", "；\(owners)仅限自己负责的联系人")
    }
    return permission.isForCaretaker ? words + either("; root", "；root") : words
  }

  /// The mark of a role in the table of permissions.
  func roleMark(isAllowed: Bool, isOwner: Bool) -> String {
    if isAllowed { return either("yes", "可") }
    return isOwner ? either("own", "自己的") : "-"
  }
}
