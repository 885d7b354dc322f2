extension ChineseDescriptions {
  static let field: [Entry] = [
    ("Defines one more field for contacts or callback forms.", "为联系人或回访表增加一个自定义字段。"),
    (
      "By which programs know it: a-z, 0-9 and _, such as size.",
      "程序使用的字段名：a-z、0-9 和 _，例如 size。"
    ),
    ("What people call it.", "给人看的名称。"),
    ("What it is a field of.", "用于联系人还是回访表。"),
    ("What its values are; for good.", "值的类型；以后不能改。"),
    ("Of a choice, its words in their order; once for each.", "选项类型的各个选项，按顺序；有几个就写几次。"),
    (
      "Whether it has to be filled in; what is there already stays as it is.",
      "是否必填；已有的记录不受影响。"
    ),
    ("Where it stands among the others; last when it is left out.", "排在第几位；不写则排在最后。"),
    (
      "Changes what a field is called, whether it is required, its place, and adds choices.",
      "修改字段的名称、是否必填、顺序，或增加选项。"
    ),
    ("The field's key.", "字段名。"),
    ("One more choice, behind the others; once for each.", "再增加一个选项，排在最后；有几个就写几次。"),
    ("Where it stands among the others.", "排在第几位。"),
    ("Only if the definition still has this revision.", "仅当字段定义仍是这个版本时才执行。"),
    (
      "Lists the fields that the shop defined, in the order in which they are shown.",
      "按显示顺序列出本店的自定义字段。"
    ),
    ("Only those of this.", "只列出用于它的字段。"),
    ("Those that take no new values, too.", "也列出已停用的字段。"),
    (
      "Lets a field take no new values; those that there are can still be read.",
      "停用字段：不再填写新值，已有的值仍可查看。"
    ),
    ("Lets a retired field take values again.", "重新启用已停用的字段。"),
  ]
}
