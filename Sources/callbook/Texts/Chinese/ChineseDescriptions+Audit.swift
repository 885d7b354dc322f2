extension ChineseDescriptions {
  static let audit: [Entry] = [
    (
      "Gives the newest entry of the ledger, to be kept elsewhere and compared later.",
      "给出账本最新一条，可另行保存，以后用来比对。"
    ),
    (
      "Lists what happened, newest first: who, from where, what; never the values.",
      "列出发生过的操作，最新的在前：谁、从哪里、做了什么；不含具体内容。"
    ),
    ("Go on before this entry: the `next` of the page before.", "从这一条之前继续：上一页给出的 `next`。"),
    ("How many at most.", "最多几条。"),
    (
      "Checks that no entry of the ledger was altered, removed or reordered.",
      "检查账本有没有条目被改动、删除或调换顺序。"
    ),
    (
      "A head that is known from elsewhere, as SEQ:HASH; once for each.",
      "另处保存的最新条目，写作 SEQ:HASH；有几个就写几次。"
    ),
  ]
}
