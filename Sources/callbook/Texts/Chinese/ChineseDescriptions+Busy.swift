extension ChineseDescriptions {
  static let busy: [Entry] = [
    ("Forgets when somebody is busy by a calendar of theirs.", "清除某人日历中的忙碌时间。"),
    ("Unix user name; you yourself when it is left out.", "Unix 用户名；不写则为自己。"),
    (
      "Takes over when somebody is busy by a calendar of theirs: nothing is booked with them then.",
      "导入某人日历中的忙碌时间：这些时间不再为其安排预约。"
    ),
    (
      "All times to come at which they are busy: these replace what was known, also when there is none.",
      "今后所有的忙碌时间：替换原有的，一段也没有时同样替换。"
    ),
    (
      "Lists when staff are busy by calendars of their own, by person and time.",
      "按人和时间列出员工日历中的忙碌时间。"
    ),
    ("Only of this user.", "只看这个用户的。"),
    ("Only what ends later; what is not over when it is left out.", "只看此后结束的；不写则为尚未结束的。"),
    ("Only what starts before.", "只看此前开始的。"),
    (
      "Go on behind this place: the `next` of the page before.", "从此处之后继续：上一页的 `next`。"
    ),
    ("How many at most.", "最多几条。"),
  ]
}
