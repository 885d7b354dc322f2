extension ChineseDescriptions {
  static let today: [Entry] = [
    (
      "Lists what is due today, first what is overdue, each with what to type next.",
      "列出今天到期的事项，逾期的在前，每项都注明接下来输入什么。"
    ),
    (
      "Whose: a user name; your own, with those whom you stand in for, when it is left out.",
      "看谁的：用户名；不填则为自己的，连同所顶替的同事。"
    ),
    ("Everybody's: for managers, admins and auditors.", "看所有人的：限主管、管理员和审计。"),
    ("How many at most.", "最多几个。"),
  ]
}
