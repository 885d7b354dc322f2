extension ChineseDescriptions {
  static let place: [Entry] = [
    ("Names a place where appointments take place.", "登记一个预约地点。"),
    ("How it is called in commands: a-z, 0-9 and -.", "命令中的简称：a-z、0-9 和 -。"),
    ("What people call it.", "人们怎么称呼它。"),
    ("How many appointments it has room for at one time.", "同一时间可容纳多少个预约。"),
    (
      "Lets nothing be booked at a place any more; what is booked there stays booked.",
      "此地点不再接受预约；已有预约保留。"
    ),
    ("Its short name.", "地点简称。"),
    ("Only if the place still has this revision.", "仅当地点仍是这个版本时才执行。"),
    (
      "Changes what a place is called, for how many it has room, or opens it again.",
      "修改地点的名称、容量，或重新开放。"
    ),
    (
      "How many appointments it has room for at one time; what is booked stays booked.",
      "同一时间可容纳多少个预约；已有预约保留。"
    ),
    ("Whether anything is booked there.", "是否接受预约。"),
    ("Lists the places where appointments take place.", "列出预约地点。"),
    ("Those where nothing is booked any more, too.", "也列出不再接受预约的。"),
  ]
}
