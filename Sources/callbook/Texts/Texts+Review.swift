/// What is said of reviews.
extension Texts {
  var reviewSummary: String {
    either(
      "Goes through the reviews that wait, one card after another, by single keys.",
      "逐张名片检查等待中的联系人资料，按单个键作答。")
  }
  var reviewOwnerHelp: String {
    either("Those of this user's contacts, instead of mine.", "看该用户负责的，而不是我负责的。")
  }
  var reviewEverybodyHelp: String {
    either("Those of all contacts, instead of mine.", "看所有联系人的，而不是我负责的。")
  }
  var reviewNeedsTerminal: String {
    either(
      "going through reviews needs a terminal; scripts list and answer them",
      "逐张检查需要终端；脚本请用列表和作答命令")
  }
  var noReviews: String { either("nothing is to be reviewed", "没有待检查的联系人") }

  func reviewPosition(_ place: Int, of count: Int, _ review: String, due: String) -> String {
    either(
      "\(place) of \(count)  \(review), due \(due)", "第 \(place)/\(count) 张  \(review)，应于 \(due) 检查"
    )
  }
  func reviewGone(_ review: String) -> String {
    either("\(review) was answered meanwhile", "\(review) 已由他人处理")
  }
  var reviewPrompt: String {
    either(
      "c confirmed, e corrected, a add person, u unreachable, w waive, d delete, s skip, q leave, ?:",
      "c 无误, e 更正, a 补联系人, u 联系不上, w 免检, d 建议删除, s 跳过, q 离开, ?:")
  }
  var reviewKeys: [String] {
    [
      either("c  somebody was reached, and everything is right", "c  已联系上，资料无误"),
      either("e  somebody was reached, and this is different: asks for it", "e  已联系上，资料有变：逐项询问"),
      either(
        "a  somebody was reached, and a person to call was missing: asks who",
        "a  已联系上，缺少关键联系人：询问是谁"),
      either("u  nobody could be reached", "u  联系不上"),
      either("w  it is not done this time: asks why", "w  本次免检：询问原因"),
      either("d  the contact should be deleted: asks why", "d  建议删除该联系人：询问原因"),
      either("s  the next card; this one waits on", "s  看下一张；这张继续等待"),
      either(
        "q  leave; what was answered stays, the rest is there next time",
        "q  离开；已作答的保留，其余下次继续"),
    ]
  }
  var reviewHow: String {
    either(
      "how? p phone (Enter), v visit, m message, d document:", "方式？p 电话（回车）, v 上门, m 消息, d 证件:")
  }
  var reviewWhichPoint: String {
    either("which one worked? its number, or Enter:", "哪个联系方式有效？按编号，或回车:")
  }
  var reviewHowToCorrect: String {
    either("Enter keeps, - clears, anything else replaces", "回车保留，- 清除，其他内容则替换")
  }
  func reviewField(_ title: String, _ value: String?) -> String {
    either("\(title) [\(value ?? "")]:", "\(title)［\(value ?? "")］:")
  }
  var reviewAnotherPoint: String {
    either(
      "another phone or email (or wechat NAME, …), Enter for none:",
      "新增电话或邮箱（或 wechat 名称 等），没有则回车:")
  }
  var reviewNothingChanged: String { either("nothing was changed", "没有改动") }
  var reviewPersonName: String { either("the person's name, Enter for none:", "姓名，没有则回车:") }
  var reviewPersonPhone: String { either("the person's phone:", "电话:") }
  var reviewReason: String { either("why? Enter goes back:", "原因？回车返回:") }

  func reviewAnswered(_ outcome: String, next: String?) -> String {
    either(
      next.map { "\(outcome); the next review is on \($0)" } ?? "\(outcome); no further review",
      next.map { "\(outcome)；下次检查 \($0)" } ?? "\(outcome)；不再检查")
  }
  func reviewDone(_ answered: Int, of count: Int) -> String {
    either("\(answered) of \(count) answered", "共 \(count) 项，已处理 \(answered) 项")
  }
  func reviewLeft(_ answered: Int, at place: Int, of count: Int) -> String {
    either(
      "left at \(place) of \(count), \(answered) answered; go on with: callbook review",
      "停在第 \(place)/\(count) 张，已处理 \(answered) 项；继续请输入：callbook review")
  }

  func lastVerified(_ day: String, by user: String?, how: String?) -> String {
    let rest = [how, user].compactMap { $0 }.joined(separator: listSeparator)
    return rest.isEmpty ? day : either("\(day) (\(rest))", "\(day)（\(rest)）")
  }
}
