extension ChineseDescriptions {
  static let policy: [Entry] = [
    ("Gives one setting of the policy.", "给出一项规则设置。"),
    ("The setting, such as review.cycle.merchant.", "设置项，例如 review.cycle.merchant。"),
    (
      "Lists every setting of the policy with its value and its bounds.",
      "列出全部规则设置及其取值和范围。"
    ),
    (
      "Counts how many reminders another value of a setting would move, and changes nothing.",
      "计算某项设置改值后会移动多少条提醒，不做任何修改。"
    ),
    ("Its value, as policy.list shows values.", "取值，写法同 policy.list 所示。"),
    ("Gives a setting of the policy its default back.", "将某项规则设置恢复为默认值。"),
    ("Only if the rules still have this revision.", "仅当规则仍是这个版本时才执行。"),
    (
      "Changes a setting of the policy; it holds at once. What that would move, policy.preview counts.",
      "修改一项规则设置，立即生效；会改动多少提醒，可用 policy.preview 统计。"
    ),
  ]
}
