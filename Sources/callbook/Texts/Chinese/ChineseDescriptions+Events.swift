extension ChineseDescriptions {
  static let events: [Entry] = [
    (
      "Streams changes as they are made, from now or from where a client left off.",
      "实时推送变更，从现在或上次中断处开始。"
    ),
    (
      "`now`, `start`, or the cursor of the last event that was seen.",
      "`now`（现在）、`start`（最早），或最后看到的事件的游标。"
    ),
    (
      "Only these kinds (contact) or events (contact.added).",
      "只推送这些类别（contact）或事件（contact.added）。"
    ),
    ("Ends a subscription of the same connection.", "结束同一连接上的一个订阅。"),
    ("The subscription's number.", "订阅的编号。"),
  ]
}
