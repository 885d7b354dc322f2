extension ChineseDescriptions {
  static let appointment: [Entry] = agreeing + moving + keeping + offering

  private static let agreeing: [Entry] = [
    ("Books a time for a contact.", "为联系人预约时间。"),
    ("For whom.", "为谁预约。"),
    ("What it is for.", "预约事项。"),
    ("When it starts.", "开始时间。"),
    (
      "How long it takes; the policy's time of its kind when it is left out.",
      "时长（分钟）；不写则按该类预约的规则时长。"
    ),
    ("Where, by short name; at the customer's when it is left out.", "地点（简称）；不写则在客户处。"),
    ("Who is to be there: a user name.", "由谁到场：用户名。"),
    ("The terminal that it is about, such as its serial number.", "涉及的终端，例如序列号。"),
    ("How the customer came to book it.", "客户通过什么渠道预约。"),
    ("What else has to be known.", "其他需要知道的事。"),
    ("Why it is booked against a rule; it stays on record.", "为何不按规则预约；会留下记录。"),
    (
      "Agrees on another time, place or person; it is the same appointment, to be confirmed again.",
      "改时间、地点或到场人；仍是同一个预约，需要重新确认。"
    ),
    ("The appointment.", "预约。"),
    ("When it starts; as before when it is left out.", "开始时间；不写则不变。"),
    ("How long it takes; as before when it is left out.", "时长（分钟）；不写则不变。"),
    ("Where, by short name; null for at the customer's.", "地点（简称）；null 表示在客户处。"),
    ("Why it is done against a rule; it stays on record.", "为何不按规则办理；会留下记录。"),
    ("Only if the appointment still has this revision.", "仅当预约仍是这个版本时才执行。"),
    (
      "Brings back what was cancelled at the time that it had, if that is still free.",
      "恢复已取消的预约，时间不变，前提是仍然空闲。"
    ),
  ]

  private static let moving: [Entry] = [
    (
      "Moves all appointments that meet every condition, with what became of each; a dry run tells before.",
      "把符合全部条件的预约改期，并逐一给出结果；可先试运行。"
    ),
    ("Only these, each by its number; no other condition then.", "只处理这些编号；此时不能再给其他条件。"),
    (
      "Only what is booked for a time in which this has booking off.", "只处理落在这次关闭时段内的预约。"
    ),
    (
      "So many days later, or earlier, at the same time of day; to the next free time when it is left out.",
      "推迟多少天（负数为提前），时刻不变；不写则改到下一个空闲时间。"
    ),
    (
      "To the next time that is free from here on; when booking is on again, or `until`, when it is left out.",
      "改到此时间之后的下一个空闲时间；不写则为恢复预约时，或 `until`。"
    ),
    (
      "Moves back what one moving of many moved, and names what cannot go back.",
      "把一批改期的预约移回原来的时间，并指出无法移回的。"
    ),
    ("The number that the moving answered.", "改期时给出的批次号。"),
  ]

  private static let keeping: [Entry] = [
    ("Notes that the customer said that they come.", "登记客户已确认会来。"),
    (
      "Notes that the customer was told of an appointment: it leaves the list of today.",
      "登记已将预约告知客户：不再列入今日事项。"
    ),
    (
      "Notes that somebody did not come, the customer or whoever was to be there.",
      "登记有人爽约：客户或应到场的员工。"
    ),
    ("Who did not come.", "谁没有来。"),
    (
      "Notes that an appointment took place, and plans the callback that follows.",
      "登记预约已完成，并安排随后的回访。"
    ),
    (
      "Gives an appointment to somebody else as it stands: time and place stay.",
      "把预约原样交给别人：时间和地点不变。"
    ),
    ("Who is to be there.", "由谁到场。"),
  ]

  private static let offering: [Entry] = [
    ("Gives one appointment.", "给出一个预约。"),
    (
      "Lists appointments in the order in which they start; those that are to take place still.",
      "按开始时间列出预约；默认只列尚未进行的。"
    ),
    ("Only those that end later.", "仅此时间之后结束的。"),
    ("Only those that start before.", "仅此时间之前开始的。"),
    ("Only of this contact.", "仅此联系人的。"),
    ("Only what this user is to be at.", "仅由此用户到场的。"),
    ("Only at this place, by short name.", "仅在此地点（简称）的。"),
    ("Only for this.", "仅此类事项。"),
    (
      "Only in this state; booked and confirmed ones when it is left out.",
      "仅此状态；不写则为已预约和已确认的。"
    ),
    ("In whatever state.", "不论状态。"),
    ("Go on behind this place: the `next` of the page before.", "从此处继续：上一页的 `next`。"),
    ("How many at most.", "最多列出多少。"),
    ("Lists times that are free, the next one first.", "列出空闲时间，最近的在前。"),
    ("What it is for: that says how long it takes.", "预约事项：决定时长。"),
    ("Where, by short name.", "地点（简称）。"),
    ("Who is to come.", "谁来。"),
    (
      "Not before; as soon as anything is booked when it is left out.", "不早于；不写则为最早可预约的时间。"
    ),
    (
      "Over before; as far ahead as anything is booked when it is left out.",
      "在此之前结束；不写则为最远可预约的时间。"
    ),
    (
      "Counts appointments by hour, weekday, what became of them and how long ahead they were booked.",
      "按小时、星期、结果和提前量统计预约。"
    ),
    (
      "From this day on, by the shop's clocks; twelve weeks when it is left out.",
      "从这一天起（按本店时间）；不写则为十二周。"
    ),
    (
      "Up to and with this day; today when it is left out.", "到这一天为止（含当天）；不写则为今天。"
    ),
    ("Only what this user is or was to be at.", "只统计由这个用户负责的。"),
    (
      "Cancels an appointment in good time; later than the policy's notice it asks a manager.",
      "及时取消预约；晚于规定期限则请主管审批。"
    ),
    (
      "Why: a word of the policy's appointment.cancel_reasons.",
      "原因：appointment.cancel_reasons 中的一个代号。"
    ),
    ("Why, in words; required for other.", "原因的文字说明；other 时必填。"),
    ("Whose decision it is.", "由谁决定取消。"),
    ("How it was said.", "以何种方式提出。"),
    ("Whether the customer was told what it means, and agreed.", "是否已告知客户后果并得到同意。"),
    (
      "Cancels all appointments that meet every condition, with what became of each; a dry run tells before.",
      "取消符合全部条件的预约，并逐一给出结果；可先试运行。"
    ),
    ("Only those that end later; now when it is left out.", "只处理在此之后结束的；不写则为现在。"),
    ("The number of what was begun, to go on with it.", "已开始的批次号，用于继续。"),
    ("Go on behind this place: the `next` of the reply before.", "从此处继续：上一次答复的 `next`。"),
    (
      "Brings back what one cancelling of many cancelled, and names what cannot come back.",
      "恢复一批取消的预约，并指出无法恢复的。"
    ),
    ("The number that the cancelling answered.", "取消时给出的批次号。"),
    ("Go on behind this one: the `next` of the reply before.", "从这一项之后继续：上一次答复的 `next`。"),
  ]
}
