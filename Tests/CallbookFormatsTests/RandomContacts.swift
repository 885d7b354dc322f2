import CallbookModel
import CallbookTesting

/// Contacts with whatever a field may hold, as the daemon would export them.
struct RandomContacts {
  private var random: SplitMix64

  /// Labels that are plain, that mean something else already, that are not the only ones, and that a
  /// spreadsheet would take for a formula.
  static let fields: [(key: String, label: String)] = [
    ("licence", "执照号"), ("phone", "电话"), ("rate", "Rate"), ("other_rate", "ＲＡＴＥ"), ("sum", "=1+1"),
    ("visits", "到店 次数（月）"),
  ]

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  mutating func next() -> ContactDraft {
    var contact = ContactDraft(
      kind: optional(["person", "organisation"]), name: text(),
      title: maybeText(), organisation: maybeText(),
      organisationUID: optional(["urn:uuid:00000000-0000-4000-8000-000000000002", "x|y;z"]),
      category: optional(["merchant", "installer", "support", "provider", "staff", "other"]),
      status: optional(["active", "dormant", "blocked"]),
      source: optional([
        "walk-in", "phone", "referral", "online", "import:客户.csv", "展会", "来电", "other:x", "=1+1",
      ]),
      owner: optional(["alice", "bob"]),
      language: optional(["zh", "en-GB", "yue", "ZH", "中文", "Platt"]),
      reviewCycle: optional(["none", "P3M", "P2W", "P10D", "P1Y"]).flatMap { ReviewCycle($0) },
      verifiedOn: pick([nil, CalendarDate(year: 2026, month: 5, day: 3)]),
      verifiedBy: optional(["alice", "Bob.K", "#4001"]),
      verifiedHow: pick([nil, .phone, .visit, .message, .document]),
      notes: maybeText(hasLines: true),
      tags: (0..<number(3)).map { _ in text() },
      fields: Self.fields.filter { _ in number(2) == 0 }.map {
        FieldDraft($0.key, text(hasLines: true))
      },
      uid: optional(["urn:uuid:00000000-0000-4000-8000-000000000001", "a;b,c\\d"]),
      points: points(),
      emergency: (0..<number(2)).map { _ in
        EmergencyDraft(
          name: text(), phone: optional(["19900000001"]), relation: maybeText(),
          contactUID: optional(["urn:uuid:00000000-0000-4000-8000-000000000003", "a|b;c\\"]))
      })
    if contact.organisation == contact.name { contact.organisation = nil }
    return contact
  }

  private mutating func points() -> [PointDraft] {
    var points: [PointDraft] = []
    for kind in PointDraft.Kind.allCases {
      for _ in 0..<number(4) { points.append(point(kind)) }
    }
    points.shuffle(using: &random)
    return points.withoutRanksOfOrder
  }

  private mutating func point(_ kind: PointDraft.Kind) -> PointDraft {
    let isNumber = kind == .phone || kind == .qq
    return PointDraft(
      kind, isNumber ? phone() : text(hasLines: kind == .address),
      label: optional(["mobile", "work", "backup", "店里", "a|b\\", "fax"]),
      rank: pick([.primary, .backup]), isPreferred: number(5) == 0,
      consent: pick([.unknown, .given, .refused]), doNotUse: number(3) == 0,
      quietHours: pick([nil, QuietHours(startMinute: 1320, endMinute: 480)]),
      verifiedOn: pick([nil, CalendarDate(year: 2026, month: 5, day: 3)]),
      verifiedBy: optional(["alice", "Bob.K"]), verifiedHow: pick([nil, .phone, .document]))
  }

  private mutating func phone() -> String {
    pick([
      "19900000001", "+86 199 0000 1234", "0571-88000009转317", "１９９０００００００１",
      "+49 8912345/1234567", "(0571) 88000009",
    ])
  }

  private mutating func text(hasLines: Bool = false) -> String {
    let pieces =
      [
        "王", "小明", "店", "a", "B", " ", ",", ";", "；", "|", "\\", "\\n", "\"", "'", "=", "+1", "-",
        "@", "：", ":", "、", "é", "👍🏽", "👩‍👩‍👧", "שלום", "محمد", "\u{202E}", "\u{301}", "^n", "x=1", "(",
        "）", "很长的一段文字用来折行",
      ] + (hasLines ? ["\n", "\n\n"] : [])
    let body = (0..<number(12)).map { _ in pick(pieces) }.joined()
    return pick(["王", "A", "=", "'", "'=", "+", "@x", "\""]) + body + pick(["。", "z", "\\", "'"])
  }

  private mutating func maybeText(hasLines: Bool = false) -> String? {
    number(3) == 0 ? nil : text(hasLines: hasLines)
  }

  private mutating func optional(_ choices: [String]) -> String? {
    number(3) == 0 ? nil : pick(choices)
  }

  private mutating func pick<Value>(_ choices: [Value]) -> Value {
    choices[number(choices.count)]
  }

  private mutating func number(_ bound: Int) -> Int {
    Int.random(in: 0..<bound, using: &random)
  }
}
