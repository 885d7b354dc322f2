extension ChineseDescriptions {
  static let calendar: [Entry] = [
    (
      "Says when the shop works: its week, the years known, the days that differ.",
      "说明何时营业：每周时间、已知年份、与平时不同的日子。"
    ),
    (
      "First day whose differences are shown; the year's first when missing.",
      "从哪一天起列出与平时不同的日子；不写则从年初起。"
    ),
    (
      "Last day whose differences are shown, at most two years on.",
      "列到哪一天为止，最多两年。"
    ),
    (
      "A point in time of which is said whether the shop works; now when missing.",
      "要查询是否营业的时刻；不写则为现在。"
    ),
    (
      "Takes over what was published for years: days off, and weekends that are worked.",
      "导入已发布的年度安排：放假和调休上班的日子。"
    ),
    ("The years, each whole: it replaces what was known of it.", "各年的安排；每年整体替换原有内容。"),
    (
      "The country that the file is of; refused when the shop's is another.",
      "文件所属的国家或地区；与门店不同则拒绝。"
    ),
    (
      "Changes the shop's opening hours, of the week or of single days.",
      "修改营业时间：每周的，或个别日子的。"
    ),
    (
      "Hours of the week, such as Mon-Fri 09:00-12:00,13:30-18:00; Sat 10:00-16:00.",
      "每周营业时间，例如 周一至周五 09:00-12:00,13:30-18:00; 周六 10:00-16:00。"
    ),
    (
      "Single days, each a date or two with a slash between.",
      "个别日子：日期，或用斜杠隔开的起止日期。"
    ),
    (
      "Hours of these days, such as 10:00-15:00, or closed.",
      "这些日子的营业时间，例如 10:00-15:00；closed 表示关门。"
    ),
    ("Have these days as week and holidays say again.", "让这些日子恢复按每周时间和放假安排。"),
    ("Only if the calendar still has this revision.", "仅当日历仍是这个版本时才执行。"),
  ]
}
