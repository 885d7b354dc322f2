extension ChineseDescriptions {
  static let cancellation: [Entry] = [
    (
      "Approves requests to cancel, all or none: by a manager, never by whoever asked.",
      "批准取消申请，要么全部，要么都不：由主管批准，不能是申请人自己。"
    ),
    ("The requests.", "申请。"),
    ("What to say about them.", "意见。"),
    ("Rejects a request to cancel, with the reason: the appointment stays.", "驳回取消申请并说明原因：预约保留。"),
    ("The request.", "申请。"),
    ("Why.", "原因。"),
    ("Only if the request still has this revision.", "仅当申请仍为此版本时。"),
    ("Takes back a request of one's own to cancel: the appointment stays.", "撤回自己的取消申请：预约保留。"),
    ("Gives one request to cancel, with what was decided about it.", "给出一项取消申请及其审批结果。"),
    (
      "Lists requests to cancel that wait for a manager, the newest first.",
      "列出等待主管审批的取消申请，最新的在前。"
    ),
    ("Only in this state; those that wait when it is left out.", "只看这种状态；不写则只看待审批的。"),
    ("In whatever state.", "不论状态。"),
    ("Only about this appointment.", "只看这个预约。"),
    ("Go on behind this one: the `next` of the page before.", "从这一项之后继续：上一页的 `next`。"),
    ("How many at most.", "最多多少条。"),
  ]
}
