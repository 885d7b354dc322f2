extension ChineseDescriptions {
  static let point: [Entry] = [
    ("Adds a phone, email or other point to a contact.", "给联系人添加电话、邮箱或其他联系方式。"),
    ("The contact.", "联系人。"),
    ("What it is.", "类型。"),
    ("The number, address or name, as people type it.", "号码、地址或账号，平时怎么写就怎么写。"),
    ("What to call it, such as work or 家里.", "用途，例如 work 或 家里。"),
    ("Whether it is used first or as a fallback.", "首先使用，还是作为备用。"),
    ("Whether the contact wants to be reached here.", "联系人是否希望用它联系。"),
    ("What the contact said of being reached here.", "联系人是否同意用它联系。"),
    ("Keep it, but do not use it.", "保留但停用。"),
    ("When not to use it, such as 22:00-08:00.", "勿扰时段，例如 22:00-08:00。"),
    ("When it was last seen to work.", "最近一次核实可用的日期。"),
    ("Only if the contact still has this revision.", "仅当联系人仍是这个版本时才执行。"),
    (
      "Changes a contact point; what is not named stays, null clears.",
      "修改联系方式；没有写到的保持不变，null 为清空。"
    ),
    ("The contact point.", "联系方式。"),
    (
      "The number, address or name; to clear it, remove the point.",
      "号码、地址或账号；不要了请移除该联系方式。"
    ),
    ("What to call it.", "用途。"),
    (
      "Makes a contact point the one that its contact wants to be reached at.",
      "把某个联系方式设为联系人的首选。"
    ),
    (
      "Takes a contact point out of use; it stays in the history and can be restored.",
      "移除联系方式；历史中仍保留，可以恢复。"
    ),
    ("Why it goes, for the history.", "移除的原因，记入历史。"),
    ("Puts a removed contact point back into use.", "恢复已移除的联系方式。"),
  ]
}
