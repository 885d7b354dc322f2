extension ChineseDescriptions {
  static let review: [Entry] = [
    (
      "Answers a review, with everything that is corrected by it, all or nothing.",
      "填写检查结果，连同由此更正的全部内容；要么全部生效，要么都不生效。"
    ),
    ("The review.", "检查。"),
    ("What came of it.", "结果。"),
    ("Why; required with waived and deletion_proposed.", "原因；waived 和 deletion_proposed 时必填。"),
    ("How somebody was reached; required when somebody was.", "如何联系上的；联系上时必填。"),
    (
      "The day on which somebody was reached; today when it is not said.",
      "联系上的日期；不写则为今天。"
    ),
    ("Contact points that were seen to work.", "确认有效的联系方式。"),
    (
      "What is to be changed of the contact, as contact.edit takes it.",
      "联系人要改的内容，写法同 contact.edit。"
    ),
    ("Contact points that were missing.", "缺少的联系方式。"),
    (
      "Contact points that are to be changed, as point.edit takes them.",
      "要修改的联系方式，写法同 point.edit。"
    ),
    ("Contact points that are of no use any more.", "已失效的联系方式。"),
    ("Whom to call in an emergency, as emergency.set takes it.", "紧急联系人，写法同 emergency.set。"),
    ("People who were missing, as contact.add takes them.", "缺少的联系人，写法同 contact.add。"),
    ("Only if the review still has this revision.", "仅当该检查仍为此版本时。"),
    (
      "Tells what share of contacts was verified within its cycle, by owner and category.",
      "按负责人和类别统计在周期内核实过的联系人比例。"
    ),
    ("Only this user's contacts.", "只看该用户负责的联系人。"),
    ("Gives one review, open or ended.", "给出一项检查，等待中的或已结束的。"),
    (
      "Lists reviews that wait or have ended, the earliest due first.",
      "列出等待中或已结束的检查，最早到期的在前。"
    ),
    (
      "Which: those that wait, that a manager was told of, that ended, all, or proposed deletions.",
      "哪些：等待中的、已报主管的、已结束的、全部，或建议删除的。"
    ),
    ("Only those of my contacts.", "只看我负责的联系人。"),
    ("Only those of this user's contacts.", "只看该用户负责的联系人。"),
    ("Only this contact.", "只看这个联系人。"),
    ("Only contacts of this category.", "只看这个类别的联系人。"),
    ("Go on behind this review: the `next` of the page before.", "从这项之后继续：上一页的 `next`。"),
    ("How many at most.", "最多几个。"),
    (
      "Has a contact reviewed now, whatever its cycle says; only an answer ends it.",
      "不论周期，现在就检查某个联系人；作答后才算结束。"
    ),
    ("The contact.", "联系人。"),
  ]
}
