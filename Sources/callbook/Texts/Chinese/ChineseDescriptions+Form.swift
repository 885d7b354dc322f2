extension ChineseDescriptions {
  static let form: [Entry] = [
    (
      "Amends a callback form by a new version; what is not named stays, null clears.",
      "以新版本更正回访表；没有写到的保持不变，null 为清空。"
    ),
    ("The form.", "回访表。"),
    ("The number that was used.", "使用的联系电话。"),
    ("Transaction number (交易单号): on one form only.", "交易单号：只能出现在一张回访表上。"),
    ("The terminal.", "终端。"),
    ("What the customer told.", "客户反映的问题。"),
    ("What was done about it.", "处理办法。"),
    ("How the terminal runs.", "终端运行情况。"),
    ("From 1, very dissatisfied, to 5.", "满意度：1（很不满意）到 5。"),
    ("What the customer said of it.", "客户的评价。"),
    ("What the shop's own fields say of it; null clears one.", "自定义字段的内容；null 表示清空。"),
    ("Why it is amended.", "更正原因。"),
    (
      "Puts on record what operations made of a callback form; follow_up has the customer called again.",
      "登记运营对回访表的结论；follow_up 会再次安排回访。"
    ),
    ("What operations made of it.", "运营的结论。"),
    (
      "Free text; for follow_up what to talk about, for complaint what it is. Required for these.",
      "自由填写；follow_up 写明回访事由，complaint 写明投诉内容。这两种必填。"
    ),
    (
      "Although its newest version has a conclusion: in place of that.",
      "最新版本已有结论时，以此代替原结论。"
    ),
    ("Only of this batch.", "只列这一批次的。"),
    ("Only those without a conclusion.", "只列尚无结论的。"),
    ("Only those of which the shop's own fields say this.", "只列出自定义字段为此值的。"),
    ("Only if this is still the newest version.", "仅当这仍是最新版本时才执行。"),
    (
      "Gives one callback form, as it is or as it was before it was amended.",
      "给出一张回访表，可以是现在的，也可以是更正之前的。"
    ),
    ("Which version; the newest when it is left out.", "哪个版本；不写则为最新版本。"),
    (
      "Lists callback forms, the newest first; agents see their own.",
      "列出回访表，最新的在前；业务员只看自己的。"
    ),
    ("Only of this contact.", "只列这个联系人的。"),
    ("Only what this user entered.", "只列由这个用户填写的。"),
    ("Only of calls of this month, such as 2026-05.", "只列这个月的通话，例如 2026-05。"),
    ("Only of terminals that run so.", "只列终端运行情况如此的。"),
    ("Only with a satisfaction of at most this.", "只列满意度不高于此的。"),
    ("Go on behind this form: the `next` of the page before.", "从这张回访表之后继续：上一页给出的 `next`。"),
    ("How many at most.", "最多几张。"),
    (
      "Tells how complete callback forms are and how many were refused as duplicates, by month and operator.",
      "按月份和操作员统计回访表的完整程度，以及因重复而被拒的数量。"
    ),
    ("From this month on, such as 2026-01.", "从这个月起，例如 2026-01。"),
    ("Up to this month.", "到这个月为止。"),
  ]
}
