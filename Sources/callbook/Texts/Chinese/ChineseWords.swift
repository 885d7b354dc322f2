/// Chinese for the words of closed sets. A test names what is missing and what nothing has any more.
enum ChineseWords {
  typealias Entry = (members: [String], word: String, text: String)

  static let list: [Entry] =
    contacts.map { ([$0.member], $0.word, $0.text) } + points.map { (["kind"], $0.word, $0.text) }
    + roles.map { (["role", "roles", "add", "remove"], $0.word, $0.text) }
    + callbacks.map { ([$0.member], $0.word, $0.text) }
    + interactions.map { ([$0.member], $0.word, $0.text) }
    + bookings.map { (["state"], $0.word, $0.text) } + appointments + others

  private static let contacts: [(member: String, word: String, text: String)] = [
    ("kind", "person", "个人"),
    ("kind", "organisation", "单位"),
    ("category", "merchant", "商户"),
    ("category", "installer", "安装人员"),
    ("category", "support", "技术支持"),
    ("category", "provider", "服务商"),
    ("category", "staff", "员工"),
    ("category", "other", "其他"),
    ("status", "active", "正常"),
    ("status", "dormant", "休眠"),
    ("status", "blocked", "黑名单"),
    ("rank", "primary", "主要"),
    ("rank", "backup", "备用"),
    ("consent", "unknown", "未知"),
    ("consent", "given", "同意"),
    ("consent", "refused", "拒绝"),
    ("state", "active", "在职"),
    ("state", "closed", "已离职"),
    ("subject", "contact", "联系人"),
    ("subject", "form", "回访表"),
    ("type", "text", "文字"),
    ("type", "number", "数字"),
    ("type", "date", "日期"),
    ("type", "choice", "选项"),
    ("type", "flag", "是否"),
    ("duplicates", "skip", "跳过"),
    ("duplicates", "merge", "补充"),
    ("duplicates", "add", "另建"),
    ("reasons", "phone", "电话"),
    ("reasons", "email", "邮箱"),
    ("reasons", "name", "姓名和单位"),
  ]

  private static let points: [(word: String, text: String)] = [
    ("phone", "电话"), ("email", "邮箱"), ("wechat", "微信"), ("qq", "QQ"), ("address", "地址"),
    ("handle", "网络账号"),
  ]

  private static let roles: [(word: String, text: String)] = [
    ("agent", "业务员"), ("service", "客服"), ("operations", "运营"), ("manager", "主管"),
    ("admin", "管理员"), ("courier", "投递程序"), ("auditor", "审计"),
  ]

  private static let bookings: [(word: String, text: String)] = [
    ("requested", "待审批"), ("scheduled", "已批准，未开始"), ("off", "已关闭"), ("on", "已恢复"),
    ("rejected", "已驳回"), ("expired", "已过期"), ("pending", "待审批"), ("approved", "已批准"),
  ]

  private static let callbacks: [(member: String, word: String, text: String)] = [
    ("state", "planned", "待回访"),
    ("state", "trying", "回访中"),
    ("state", "done", "已完成"),
    ("state", "satisfied", "客户已来电"),
    ("state", "exhausted", "多次未联系上"),
    ("state", "refused", "客户拒绝"),
    ("state", "withdrawn", "已撤回"),
    ("outcome", "no_answer", "无人接听"),
    ("outcome", "busy", "占线"),
    ("outcome", "wrong_number", "号码错误"),
    ("outcome", "refused", "拒绝回访"),
    ("outcome", "call_later", "改时间再打"),
    ("state", "created", "待接收"),
    ("state", "acknowledged", "已接收"),
    ("state", "concluded", "已有结论"),
    ("conclusion", "no_action", "无需处理"),
    ("conclusion", "solved", "已解决"),
    ("conclusion", "follow_up", "再次回访"),
    ("conclusion", "complaint", "转投诉"),
    ("running_state", "normal", "正常"),
    ("running_state", "intermittent", "时好时坏"),
    ("running_state", "down", "不能使用"),
    ("running_state", "unused", "闲置"),
  ]

  private static let interactions: [(member: String, word: String, text: String)] = [
    ("kind", "call", "通话"),
    ("kind", "message", "消息"),
    ("kind", "note", "备忘"),
    ("direction", "in", "来"),
    ("direction", "out", "去"),
  ]

  private static let appointments: [Entry] = [
    (["kind"], "application", "办理"),
    (["kind"], "installation", "安装"),
    (["kind"], "training", "培训"),
    (["kind"], "maintenance", "维护"),
    (["kind"], "visit", "拜访"),
    (["state"], "booked", "已预约"),
    (["state"], "confirmed", "已确认"),
    (["state"], "completed", "已完成"),
    (["state"], "no_show", "爽约"),
    (["state"], "cancelled", "已取消"),
    (["channel"], "online", "线上"),
    (["channel"], "phone", "电话"),
    (["channel"], "counter", "柜台"),
    (["party"], "customer", "客户"),
    (["party"], "shop", "本店"),
    (["by"], "customer", "客户"),
    (["by"], "staff", "员工"),
  ]

  /// Words of answers that no request takes.
  static let others: [Entry] =
    ChinesePolicy.list + answers + reviews + cancellations + leads

  private static let cancellations: [Entry] = [
    (["no_show_by", "party"], "customer", "客户"),
    (["no_show_by"], "staff", "员工"),
    (["party"], "shop", "本店"),
    (["kind"], "appointment.soon", "预约将至"),
    (["kind"], "appointment.tell", "告知客户预约"),
  ]

  private static let leads: [Entry] = [
    (["lead"], "afterwards", "事后补录"),
    (["lead"], "within_1_hour", "1 小时内"),
    (["lead"], "within_1_day", "1 天内"),
    (["lead"], "within_3_days", "3 天内"),
    (["lead"], "within_7_days", "7 天内"),
    (["lead"], "within_14_days", "14 天内"),
    (["lead"], "within_30_days", "30 天内"),
    (["lead"], "later", "更早"),
  ]

  private static let reviews: [Entry] = [
    (["outcome"], "confirmed", "无误"),
    (["outcome"], "corrected", "已更正"),
    (["outcome"], "unreachable", "联系不上"),
    (["outcome"], "waived", "免检"),
    (["outcome"], "deletion_proposed", "建议删除"),
    (["outcome"], "contact_added", "已补联系人"),
    (["how", "verified_how"], "phone", "电话"),
    (["how", "verified_how"], "visit", "上门"),
    (["how", "verified_how"], "message", "消息"),
    (["how", "verified_how"], "document", "证件"),
    (["show"], "due", "等待中"),
    (["show"], "overdue", "已报主管"),
    (["show"], "ended", "已结束"),
    (["show"], "all", "全部"),
    (["show"], "proposed", "建议删除"),
    (["cause"], "cycle", "到期"),
    (["cause"], "hand", "人工提出"),
    (["cause"], "wrong_number", "号码有误"),
    (["kind"], "review.opened", "要求检查资料"),
    (["kind"], "review.again", "再次提醒检查资料"),
    (["kind"], "review.escalated", "检查超期，报主管"),
    (["state"], "open", "等待中"),
    (["state"], "answered", "已作答"),
    (["state"], "satisfied", "已另行核实"),
  ]

  private static let answers: [Entry] = [
    (["outcome"], "reached", "已联系上"),
    (["outcome"], "satisfied", "客户来电"),
    (["outcome"], "completed", "已赴约"),
    (["outcome"], "no_show_customer", "客户爽约"),
    (["outcome"], "no_show_staff", "员工爽约"),
    (["outcome"], "moved", "已改期"),
    (["outcome"], "cancelled", "已取消"),
    (["outcome"], "requested", "待审批"),
    (["outcome"], "reinstated", "已恢复"),
    (["outcome"], "moved_back", "已移回"),
    (["outcome"], "withdrawn", "已撤回"),
    (["outcome"], "failed", "未成功"),
    (["reason"], "customer_request", "客户要求"),
    (["reason"], "details_changed", "情况有变"),
    (["reason"], "no_longer_needed", "不再需要"),
    (["reason"], "shop_closed", "店面关闭"),
    (["reason"], "staff_unavailable", "人员不便"),
    (["reason"], "weather", "天气"),
    (["reason"], "other", "其他"),
    (["occasion"], "manual", "人工安排"),
    (["occasion"], "first_settlement", "首次出账"),
    (["occasion"], "appointment_completed", "预约完成"),
    (["occasion"], "complaint_resolved", "投诉已解决"),
    (["occasion"], "number_changed", "号码变更"),
    (["occasion"], "low_satisfaction", "满意度低"),
    (["occasion"], "follow_up", "运营要求再次回访"),
    (["occasion"], "care", "定期关怀"),
    (["cause"], "reversed", "起因已撤销"),
    (["cause"], "merged", "联系人合并"),
    (["store"], "ready", "正常"),
    (["store"], "disk full", "磁盘已满"),
    (["store"], "failed", "故障"),
    (["state"], "in_use", "使用中"),
    (["state"], "retired", "已停用"),
    (["problem"], "altered", "条目被改动"),
    (["problem"], "gap", "之前缺少条目"),
    (["problem"], "detail_altered", "明细被改动"),
    (["problem"], "detail_missing", "明细缺失"),
    (["problem"], "cut_off", "末尾被截断"),
    (["problem"], "file_damaged", "文件已损坏"),
    (["problem"], "other_head", "与已知条目不符"),
    (["kind"], "review.due", "资料检查提醒"),
    (["kind"], "callback.due", "回访提醒"),
    (["kind"], "callback.overdue", "回访逾期"),
    (["kind"], "callback.exhausted", "回访多次未联系上"),
    (["kind"], "care.due", "定期关怀"),
    (["kind"], "series.extend", "定期上门排期"),
    (["kind"], "batch.due", "批次到期"),
    (["kind"], "batch.overdue", "批次逾期"),
    (["kind"], "cancellation.requested", "取消预约待审批"),
    (["kind"], "cancellation.expired", "取消预约的申请过期"),
    (["kind"], "booking.requested", "关闭预约待审批"),
    (["kind"], "booking.expired", "关闭预约的申请过期"),
    (["kind"], "booking.off", "预约关闭"),
    (["kind"], "booking.on", "预约恢复"),
    (["kind"], "booking.follow_up", "跟进关闭原因"),
    (["kind"], "booking.follow_up_overdue", "跟进逾期"),
    (["state"], "fired", "已发出"),
    (["state"], "merged", "已合并"),
    (["state"], "withdrawn", "已撤回"),
    (["state"], "failed", "已搁置"),
    (["matched"], "id", "编号"),
    (["matched"], "phone", "电话"),
    (["matched"], "email", "邮箱"),
    (["matched"], "name", "名称"),
    (["matched"], "handle", "账号"),
    (["matched"], "tag", "标签"),
    (["matched"], "field", "自定义字段"),
    (["matched"], "last digits", "电话尾号"),
    (["matched"], "former number", "曾用号码"),
  ]
}
