extension ChineseDescriptions {
  static let series: [Entry] = adding + changing

  private static let adding: [Entry] = [
    (
      "Agrees on visits that come round: what is within the horizon is booked now, the rest in time.",
      "约定定期上门：可预约范围内的现在就排，其余到时再排。"
    ),
    ("For whom.", "为谁预约。"),
    ("What it is for.", "预约事项。"),
    (
      "When the first one starts: the others have its time of day.", "第一次的开始时间；以后每次都在这个钟点。"
    ),
    ("How often: every two weeks is P2W, every three months P3M.", "周期：每两周写 P2W，每三个月写 P3M。"),
    (
      "The last day on which there may be one; without an end when it is left out.",
      "最晚到哪一天；不写则没有期限。"
    ),
    ("How many there are.", "共多少次。"),
    (
      "How long each takes; the policy's time of its kind when it is left out.",
      "每次时长（分钟）；不写则按该类预约的规则时长。"
    ),
    ("Where, by short name; at the customer's when it is left out.", "地点（简称）；不写则在客户处。"),
    ("Who is to be there: a user name.", "由谁到场：用户名。"),
    ("The terminal that it is about, such as its serial number.", "涉及的终端，例如序列号。"),
    ("What else has to be known.", "其他需要知道的事。"),
    (
      "Gives visits that come round: the next ones, and those that could not be booked.",
      "给出定期上门：接下来的各次，以及未能排上的。"
    ),
    ("The series.", "定期上门。"),
    (
      "Lists visits that come round, the newest first; those of which any is to come.",
      "列出定期上门，新的在前；默认只列还有下一次的。"
    ),
    ("Only of this contact.", "仅此联系人的。"),
    ("Only what this user is to be at.", "仅由此用户到场的。"),
    ("Also those that are over.", "包括已经结束的。"),
    ("Go on behind this one: the `next` of the page before.", "从此处继续：上一页的 `next`。"),
    ("How many at most.", "最多列出多少。"),
  ]

  private static let changing: [Entry] = [
    (
      "Ends visits that come round from a day on, and cancels those booked that nobody changed; a dry run shows.",
      "从某天起结束定期上门，取消已排而未被改动的；可先试运行。"
    ),
    ("The first day without any; today when it is left out.", "从哪一天起不再有；不写则为今天。"),
    (
      "Why: a word of the policy's appointment.cancel_reasons.",
      "原因：appointment.cancel_reasons 中的一个代号。"
    ),
    ("Why, in words; required for other.", "原因的文字说明；other 时必填。"),
    ("Whose decision it is.", "由谁决定取消。"),
    ("How it was said.", "以何种方式提出。"),
    ("The number of what was begun, to go on with it.", "已开始的批次号，用于继续。"),
    ("Only if the series still has this revision.", "仅当定期上门仍是这个版本时才执行。"),
    (
      "Agrees on another time, cycle, place or person for a visit and all that follow; a new series goes on.",
      "给某一次及以后各次改时间、周期、地点或到场人；由新的定期上门接续。"
    ),
    (
      "From the first visit on this day or later; earlier ones stay as they are.",
      "从这一天或之后的第一次起；更早的不变。"
    ),
    ("At what time of day they start; as before when it is left out.", "每次几点开始；不写则不变。"),
    (
      "How often from that visit on, counted from its day; as before when it is left out.",
      "从那一次起多久一次，以那一天起算；不写则不变。"
    ),
    (
      "Why those are cancelled that another cycle does not have: a word of the policy's list.",
      "新周期里没有的各次为何取消：规则列表中的一个代号。"
    ),
    ("How long each takes; as before when it is left out.", "每次时长（分钟）；不写则不变。"),
    ("Where, by short name; null for at the customer's.", "地点（简称）；null 表示在客户处。"),
    (
      "Who is to be there: a user name; null while that is open.",
      "由谁到场：用户名；null 表示尚未确定。"
    ),
  ]
}
