extension ChineseDescriptions {
  static let shop: [Entry] = [
    ("Changes the shop's own settings.", "修改门店设置。"),
    ("The shop's name.", "店名。"),
    (
      "Country of numbers that name none: ISO 3166, such as CN.",
      "号码未写国家时所属的国家或地区：ISO 3166 代码，例如 CN。"
    ),
    ("IANA time zone, such as Asia/Shanghai.", "IANA 时区，例如 Asia/Shanghai。"),
    (
      "Language of what is sent to customers, such as zh-CN.", "发给客户的内容所用的语言，例如 zh-CN。"
    ),
    ("Only if the settings still have this revision.", "仅当设置仍是这个版本时才执行。"),
    ("Gives the shop's own settings.", "给出门店设置。"),
  ]
}
