import CallbookModel

/// Chinese for what the settings of the policy decide, by the English sentence.
enum ChinesePolicy {
  static let list: [ChineseWords.Entry] =
    explanations.map { (["explanation"], $0.english, $0.chinese) }
    + units.map { (["unit"], $0.english, $0.chinese) }

  private static let explanations: [(english: String, chinese: String)] = [
    ("How often a merchant's details are checked.", "商户资料多久检查一次。"),
    ("How often an installer's details are checked.", "安装人员资料多久检查一次。"),
    ("How often the details of a support contact are checked.", "技术支持资料多久检查一次。"),
    (
      "How often the details of a bank or payment company are checked.", "银行或支付公司资料多久检查一次。"
    ),
    ("How often the details of contacts of category staff are checked.", "员工类联系人资料多久检查一次。"),
    ("How often the details of any other contact are checked.", "其他联系人资料多久检查一次。"),
    (
      "How often whoever stands on an emergency list is checked, whatever the category.",
      "紧急联系人多久检查一次，不论类别。"
    ),
    ("How long a review waits before its owner is reminded again.", "检查未做多久后再次提醒负责人。"),
    ("How long a review waits before a manager is told.", "检查未做多久后通知主管。"),
    ("Within which time a callback is tried first.", "首次回访应在多长时间内进行。"),
    (
      "How long to wait after each attempt that reached nobody; the last holds for all further ones.",
      "每次未联系上之后等待多久；最后一个值适用于之后各次。"
    ),
    ("How many attempts are made before a callback is given up.", "回访最多尝试几次后放弃。"),
    ("How long a callback is overdue before a manager is told.", "回访逾期多久后通知主管。"),
    (
      "Whether whoever looks after a contact makes its callbacks; else customer service in turn.",
      "回访是否由联系人的负责人来做；否则由客服轮流。"
    ),
    ("When to call after the first settlement of a terminal.", "终端首次出账后多久回访。"),
    ("When to call after an appointment was completed.", "预约完成后多久回访。"),
    ("When to call after a complaint was resolved.", "投诉解决后多久回访。"),
    ("When to call after a phone number was changed.", "电话号码变更后多久回访。"),
    ("When to call after a customer was dissatisfied.", "客户不满意后多久回访。"),
    (
      "When to call after operations concluded that a customer is to be called again.",
      "运营结论为再次回访后多久回访。"
    ),
    (
      "Within which time operations acknowledges a batch that is created.", "运营应在多长时间内接收新批次。"
    ),
    (
      "Within which time the forms of a batch that is acknowledged are concluded.",
      "接收批次后应在多长时间内完成结论。"
    ),
    ("How long a batch is overdue before a manager is told.", "批次逾期多久后通知主管。"),
    (
      "Whether a manager may approve what they asked for themself: for a shop of one person only.",
      "主管能否批准自己提出的申请：仅限只有一个人的店。"
    ),
    (
      "How long before its start an appointment is cancelled without a manager.",
      "预约开始前多久可以不经主管取消。"
    ),
    ("Why appointments are cancelled: the words to choose from.", "取消预约的原因：可选的代号。"),
    (
      "Whether an appointment holds its slot while its cancellation waits for a manager.",
      "取消申请待审批期间，预约是否继续占用时段。"
    ),
    ("How long a request waits before managers are reminded of it.", "申请等待多久后再次提醒主管。"),
    ("How long a request waits for a decision before it expires.", "申请多久无人决定即过期。"),
    ("How often a merchant is called whom nobody else called.", "无人联系的商户多久关怀回访一次。"),
    (
      "The highest satisfaction that counts as low and plans a callback.", "满意度不高于此值即视为低，并安排回访。"
    ),
    ("Whether whoever looks after a contact may say how satisfied it is.", "联系人的负责人能否填写满意度。"),
    ("How long before its start an appointment has to be booked.", "预约须提前多久。"),
    ("How many days ahead appointments are booked.", "最远可预约多少天后。"),
    (
      "By how many days at most a visit of a series is put off that falls on a closed day.",
      "定期上门遇休息日时，最多顺延多少天。"
    ),
    ("How far apart the free slots begin that are offered.", "提供的空闲时段每隔多久一个。"),
    (
      "How long the follow-up of a switched-off booking waits before a manager is told.",
      "预约关闭后的跟进多久未答复即通知主管。"
    ),
    ("How long an appointment for an application takes.", "办理预约的时长。"),
    ("How long an installation takes.", "安装的时长。"),
    ("How long a training takes.", "培训的时长。"),
    ("How long maintenance takes.", "维护的时长。"),
    ("How long a visit takes.", "拜访的时长。"),
    ("How long before an appointment whoever is to be there is reminded.", "预约前多久提醒到场人。"),
    ("How long before an appointment the customer is to be told.", "预约前多久告知客户。"),
  ]

  private static let units: [(english: String, chinese: String)] = [
    ("cycle", "周期"), ("working minutes", "工作分钟"), ("working days", "工作日"), ("count", "次数"),
    ("minutes", "分钟"), ("days", "天"), ("hours", "小时"), ("list of words", "若干代号"),
    ("list of minutes, or none", "若干分钟，或 none（不提醒）"),
    ("list of working minutes", "若干工作分钟"), ("working minutes, or none", "工作分钟，或 none（不安排）"),
    ("yes or no", "yes（是）或 no（否）"),
  ]
}
