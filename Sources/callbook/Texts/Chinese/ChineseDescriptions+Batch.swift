extension ChineseDescriptions {
  static let batch: [Entry] = [
    ("Takes a batch of callback forms over, for operations; once.", "运营接收一批回访表；只能接收一次。"),
    ("The batch.", "批次。"),
    (
      "Gives every form of a batch that has no conclusion the same one; form.conclude knows more.",
      "给批次中所有尚无结论的回访表填写同一结论；更多结论请用 form.conclude。"
    ),
    ("What operations made of them.", "运营的结论。"),
    ("Free text.", "自由填写。"),
    (
      "Hands over to operations, as a batch, all callback forms that are in no batch yet.",
      "把所有尚未移交的回访表编成一批移交给运营。"
    ),
    ("Only of calls of this month, such as 2026-05.", "只移交这个月的通话，例如 2026-05。"),
    ("How many forms at most, the oldest first.", "最多几张，最早的在前。"),
    (
      "Lists the forms of a batch as they were handed over, or those that were amended since.",
      "列出批次中移交时的回访表，或移交后又更正过的。"
    ),
    (
      "Only those that were amended since they were handed over, as they are now.",
      "只列移交后更正过的，按现在的内容。"
    ),
    ("Only those without a conclusion.", "只列尚无结论的。"),
    ("Go on behind this form: the `next` of the page before.", "从这张回访表之后继续：上一页给出的 `next`。"),
    ("How many at most; fewer when they are large.", "最多几张；内容很大时会更少。"),
    (
      "Gives one batch of callback forms: its state, how many are concluded, how many were amended.",
      "给出一批回访表：状态、有结论的数量、更正过的数量。"
    ),
    ("Lists batches of callback forms, the newest first.", "列出回访表批次，最新的在前。"),
    ("Only in this state.", "只列这一状态的。"),
    ("Go on behind this batch: the `next` of the page before.", "从这一批次之后继续：上一页给出的 `next`。"),
    ("How many at most.", "最多几个。"),
  ]
}
