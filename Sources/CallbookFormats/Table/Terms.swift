/// The words for the few values that a field can have, in English and Chinese.
struct Terms: Sendable {
  /// The English term of each word, without spaces, hyphens and case.
  private let terms: [String: String]
  /// The Chinese word that stands for a term in an exported table.
  private let chinese: [String: String]

  /// - Parameter words: a term, the Chinese word to write, and further words to read.
  private init(_ words: [(term: String, chinese: String, others: String)]) {
    var terms: [String: String] = [:]
    var chinese: [String: String] = [:]
    for (term, written, others) in words {
      chinese[term] = written
      terms[term] = term
      terms[written] = term
      terms[Self.key(term)] = term
      for other in others.split(separator: " ") { terms[String(other)] = term }
    }
    self.terms = terms
    self.chinese = chinese
  }

  func term(for word: String) -> String? {
    terms[word] ?? terms[Self.key(word)]
  }

  func chinese(_ term: String) -> String { chinese[term] ?? term }

  private static func key(_ word: String) -> String {
    word.lowercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "_" }
  }

  static let kind = Terms([
    ("person", "个人", "individual 人 联系人"),
    ("organisation", "单位", "organization org company 公司 机构 企业 组织"),
  ])

  static let category = Terms([
    ("merchant", "商户", "商家 客户 商铺 customer"),
    ("installer", "安装", "安装人员 安装工 装机 装机人员 安装员"),
    ("support", "客服", "客户服务 技术支持 支持 service"),
    ("provider", "渠道", "供应商 服务商 代理商 渠道商 supplier vendor"),
    ("staff", "员工", "同事 职员 业务员 内部 employee"),
    ("other", "其他", "其它"),
  ])

  static let source = Terms([
    ("walk-in", "上门", "到店 进店 来店"),
    ("phone", "电话", "来电 call"),
    ("referral", "转介绍", "介绍 推荐 朋友介绍 熟人介绍 referred"),
    ("online", "网上", "线上 网络 互联网 网站 web internet"),
  ])

  static let status = Terms([
    ("active", "活跃", "正常 有效 在用"),
    ("dormant", "休眠", "沉睡 停用 inactive"),
    ("blocked", "黑名单", "拉黑 禁用 blacklist blacklisted"),
  ])

  static let language = Terms([
    ("zh", "中文", "汉语 普通话 国语 chinese mandarin"),
    ("en", "英语", "英文 english"),
    ("yue", "粤语", "广东话 cantonese"),
  ])
}
