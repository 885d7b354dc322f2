extension ChineseDescriptions {
  static let reminder: [Entry] = [
    (
      "Lists reminders: those that wait, the next first, or those that ended, the newest first.",
      "列出提醒：等待中的，最近到期的在前；或已结束的，最新的在前。"
    ),
    ("Only of this contact or other thing.", "只看这个联系人或其他对象的。"),
    ("Only those that are for me or a role of mine.", "只看提醒我或我的角色的。"),
    ("Those that ended, instead of those that wait.", "看已结束的，而不是等待中的。"),
    ("Go on behind this one: the `next` of the page before.", "从这条之后继续：上一页的 `next`。"),
    ("How many at most.", "最多几个。"),
    (
      "Tells what became of a reminder, or of all of a contact or other thing, and by which rule.",
      "说明一条提醒（或某个联系人等对象的全部提醒）的来龙去脉，以及依据哪条规则。"
    ),
    ("A reminder, or what it is about: r7, c12, v5.", "提醒，或它所关联的对象：r7、c12、v5。"),
    ("How many at most, the newest first.", "最多几条，最新的在前。"),
  ]
}
