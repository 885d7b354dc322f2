extension ChineseDescriptions {
  static let interaction: [Entry] = [
    (
      "Records a call, visit, message or email with a contact, or a note of it.",
      "登记与联系人的一次通话、到访、消息或邮件，或一条备忘。"
    ),
    ("The contact.", "联系人。"),
    ("What it was.", "是什么。"),
    ("What it was about.", "内容摘要。"),
    (
      "Whether it came in or went out; required of everything but notes.",
      "方向：in 为对方找来，out 为我方去；备忘以外必填。"
    ),
    (
      "Whether the contact was reached: then the next review counts from that day.",
      "是否真正联系上了：是则下次资料检查从当天算起。"
    ),
    ("When it happened; now when it is left out.", "发生时间；不写则为现在。"),
    ("The contact point that was used.", "使用的联系方式。"),
    ("Who of the staff it was; you when it is left out.", "是哪位员工；不写则为您自己。"),
    (
      "Says in other words what was recorded by hand; what it said before stays in the history.",
      "修改人工登记的互动的说法；原来的说法留在历史中。"
    ),
    ("The interaction.", "互动。"),
    ("Whether it came in or went out.", "方向：in 为对方找来，out 为我方去。"),
    ("Only if the interaction still has this revision.", "仅当互动仍是这个版本时才执行。"),
    ("Gives one interaction, also one that was retracted.", "给出一条互动，包括已作废的。"),
    (
      "Lists what the shop and a contact had to do with each other, the newest first.",
      "列出与联系人的往来，最新的在前。"
    ),
    ("Only of this kind.", "只列这一类的。"),
    ("Also what was retracted.", "包括已作废的。"),
    ("Go on behind this place: the `next` of the page before.", "从此处之后继续：即上一页的 `next`。"),
    ("How many at most.", "最多几条。"),
    (
      "Says of something that was recorded by hand that it was a slip; it stays readable.",
      "说明一条人工登记的互动是记错的；它仍然可以查阅。"
    ),
    ("Why.", "原因。"),
  ]
}
