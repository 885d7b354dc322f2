extension ChineseDescriptions {
  static let booking: [Entry] = [
    (
      "Asks for booking to be switched off for the shop, a place or a kind; a manager decides.",
      "申请在一段时间内关闭全店、某地点或某类型的预约；由主管审批。"
    ),
    ("Why: told to whoever is refused.", "原因：会告诉被拒绝的人。"),
    ("From when; now when it is left out.", "从何时起；不写则为现在。"),
    (
      "When it is expected to be on again; until further notice when it is left out.",
      "预计何时恢复；不写则另行通知。"
    ),
    ("Only at this place.", "只关闭这个地点。"),
    ("Only this kind of appointment.", "只关闭这类预约。"),
    ("What is to be done about it meanwhile.", "其间的跟进安排。"),
    ("When that is looked at.", "跟进日期。"),
    (
      "What customers can do instead: told to whoever is refused.",
      "客户的替代办法：会告诉被拒绝的人。"
    ),
    (
      "Changes a request of one's own before it begins; a manager decides about it again.",
      "在生效前修改自己的申请；主管要重新审批。"
    ),
    ("The request.", "申请。"),
    ("From when.", "从何时起。"),
    (
      "When it is expected to be on again; null for until further notice.",
      "预计何时恢复；null 表示另行通知。"
    ),
    ("Only if it still has this revision.", "仅当它仍为此版本时。"),
    (
      "Approves that booking is switched off: by a manager, never by whoever asked for it.",
      "批准关闭预约：由主管批准，不能是申请人自己。"
    ),
    ("What to say about it.", "意见。"),
    (
      "Only if it still has this revision: the one that was read.",
      "仅当它仍为此版本，即看过的版本时。"
    ),
    ("Rejects that booking is switched off, with the reason.", "驳回关闭预约的申请，并说明原因。"),
    ("Why.", "原因。"),
    ("Takes back a request of one's own before booking goes off.", "在预约关闭前撤回自己的申请。"),
    ("Switches booking on again now, before its date.", "提前恢复预约，立即生效。"),
    ("What was switched off.", "已关闭的预约。"),
    (
      "Notes what came of the follow-up: it leaves the list of today, and nobody is reminded again.",
      "登记跟进的结果：不再列入今日事项，也不再提醒。"
    ),
    ("What came of it.", "跟进结果。"),
    (
      "Gives one switching-off of booking, with what was decided about it.",
      "给出一次关闭预约及其审批结果。"
    ),
    (
      "Lists what waits for a decision, is to come or is off; the newest request first.",
      "列出待审批、将要关闭和已关闭的预约；最新的申请在前。"
    ),
    ("Only in this state.", "只看这种状态。"),
    ("In whatever state.", "不论状态。"),
    (
      "Go on behind this one: the `next` of the page before.",
      "从这一项之后继续：上一页的 `next`。"
    ),
    ("How many at most.", "最多多少条。"),
    (
      "Lists the appointments within it, each with what to type to move or to cancel it.",
      "列出这段时间内的预约，并提示如何改期或取消。"
    ),
    ("Go on behind this place: the `next` of the page before.", "从此处继续：上一页的 `next`。"),
  ]
}
