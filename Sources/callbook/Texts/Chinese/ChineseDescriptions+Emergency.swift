extension ChineseDescriptions {
  static let emergency: [Entry] = [
    (
      "Says whom to call in an emergency, of a contact or of the shop itself, in order.",
      "按顺序列出紧急情况下该联系谁：某个联系人的，或本店的。"
    ),
    ("The contact; the shop itself when none is named.", "联系人；不写则为本店。"),
    (
      "Replaces the list of whom to call in an emergency, first one first.",
      "重新设定紧急联系人名单，最先联系的写在最前。"
    ),
    ("Whom to call, in order.", "紧急联系人，按先后顺序。"),
  ]
}
