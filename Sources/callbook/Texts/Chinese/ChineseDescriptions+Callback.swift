extension ChineseDescriptions {
  static let callback: [Entry] = [
    (
      "Puts a call on record that brought no answers, and plans the next one; callback.done has those that did.",
      "登记一次没有问到情况的通话，并安排下一次；问到情况的用 callback.done。"
    ),
    ("The callback.", "回访。"),
    ("What came of the call.", "通话结果。"),
    (
      "The number that was called; the one that was to be called next when it is left out.",
      "拨打的号码；不写则为下一个应拨打的号码。"
    ),
    ("When the customer wants to be called: for call_later.", "客户希望何时再打：用于 call_later。"),
    ("What the shop's own fields say of it.", "自定义字段的内容。"),
    ("When the call was made; now when it is left out.", "通话时间；不写则为现在。"),
    ("Free text.", "自由填写。"),
    ("Only if the callback still has this revision.", "仅当回访仍是这个版本时才执行。"),
    (
      "Ends a callback with its form: the customer was reached, and this is what was learned.",
      "完成回访并填写回访表：已联系到客户，并记下了解到的情况。"
    ),
    (
      "The number that was used; the one to call next when it is left out. Required.",
      "使用的联系电话；不写则为下一个应拨打的号码。必填。"
    ),
    (
      "Transaction number (交易单号): on one form only. Required.", "交易单号：只能出现在一张回访表上。必填。"
    ),
    ("The terminal; that of the callback when it is left out.", "终端；不写则为回访所涉及的终端。"),
    ("What the customer told. Required.", "客户反映的问题。必填。"),
    ("What was done about it. Required.", "处理办法。必填。"),
    ("How the terminal runs. Required.", "终端运行情况。必填。"),
    (
      "From 1, very dissatisfied, to 5. Required of whoever may enter it.",
      "满意度：1（很不满意）到 5。有权填写者必填。"
    ),
    ("What the customer said of it.", "客户的评价。"),
    (
      "Gives one callback with what was tried, and the number to call next.",
      "给出一个回访、已做的尝试和下一个应拨打的号码。"
    ),
    (
      "Lists callbacks, what is to be done first at the top; agents see their own.",
      "列出回访，最先要做的在前；业务员只看自己的。"
    ),
    ("Only of this contact.", "只列这个联系人的。"),
    ("Only what this user is to do.", "只列由这个用户回访的。"),
    ("Only in this state; the open ones when it is left out.", "只列这一状态的；不写则列未完成的。"),
    ("In whatever state.", "不论状态。"),
    ("Only what is to be done before.", "只列在此之前要做的。"),
    ("Go on behind this place: the `next` of the page before.", "从此处之后继续：即上一页的 `next`。"),
    ("How many at most.", "最多几个。"),
    ("Plans a callback of a contact.", "为联系人安排回访。"),
    ("Whom to call.", "回访谁。"),
    (
      "When to call first; the policy's time from now when it is left out.",
      "首次拨打的时间；不写则按策略从现在起算。"
    ),
    ("What to talk about.", "回访事由。"),
    ("The terminal that it is about, such as its serial number.", "涉及的终端，例如其序列号。"),
    ("Who is to call; by the policy when it is left out.", "由谁回访；不写则按策略分配。"),
    (
      "Gives a callback to somebody else as it stands: stage, count and due stay.",
      "把回访原样交给他人：阶段、次数和应做时间不变。"
    ),
    ("Who is to call.", "由谁回访。"),
    ("Ends a callback because the customer called in.", "客户已来电，结束回访。"),
    ("The number that the customer called from.", "客户来电的号码。"),
    ("What was said.", "通话内容。"),
    (
      "Puts the next attempt of a callback off; no attempt is counted.", "推迟下一次拨打；不计次数。"
    ),
    ("Until when; outside hours until the next working minute.", "推迟到何时；若在工作时间之外，则到下一个工作时刻。"),
    (
      "Takes a callback back that nobody has to make any more, with the reason.",
      "撤回不必再做的回访，并说明原因。"
    ),
    ("Why.", "原因。"),
  ]
}
