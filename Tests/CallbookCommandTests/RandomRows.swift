import CallbookFormats
import CallbookModel
import CallbookTesting

/// Lines of JSON of invented contacts with whatever a field may hold, all of it valid.
struct RandomRows {
  private static let words = [
    "王", "小明", "店", "a", "Z", " ", ",", ";", "；", "|", "\\", "\"", "'", "=", "+1", "-", "@", "：",
    "é",
    "👍🏽", "👩‍👩‍👧", "שלום", "محمد", "\u{301}", "^n", "很长的一段文字用来折行",
  ]
  private var random: SplitMix64
  private let count: Int
  private let hasUID: Bool
  private let hasFields: Bool

  /// - Parameter hasFields: whether the shop has the fields of ``ExportTests``.
  init(seed: UInt64, count: Int, hasUID: Bool = true, hasFields: Bool = false) {
    random = SplitMix64(seed: seed)
    self.count = count
    self.hasUID = hasUID
    self.hasFields = hasFields
  }

  mutating func bytes() -> [UInt8] {
    var bytes: [UInt8] = []
    for number in 0..<count { JSONContactWriter.append(contact(number), to: &bytes) }
    return bytes
  }

  private static func uid(_ number: Int) -> String {
    // Some as our own exports have them, some as other programs make them.
    let digits = String(10_000 + number)
    return number.isMultiple(of: 3)
      ? "card;\(digits),\\x" : "urn:uuid:00000000-0000-4000-8000-0000000\(digits)"
  }

  private mutating func contact(_ number: Int) -> ContactDraft {
    let linked = Int.random(in: 0..<count, using: &random)
    let hasLink = hasUID && linked != number && chance(3)
    let verification = verified()
    return ContactDraft(
      kind: pick(["person", "organisation", nil]), name: text(), title: maybe(text()),
      organisation: hasLink ? "将被连上的单位" : maybe(text()),
      organisationUID: hasLink ? Self.uid(linked) : nil,
      category: pick(["merchant", "installer", "other", nil]),
      status: pick(["active", "dormant", "blocked", nil]),
      source: pick(["walk-in", "phone", "展会", "来电", "import:客户.csv", nil]),
      owner: pick(["daemon", nil, nil]), language: pick(["zh", "en-GB", "中文", nil]),
      reviewCycle: pick([.never, ReviewCycle("P2W"), nil]), verifiedOn: verification.verifiedOn,
      verifiedBy: verification.verifiedBy, verifiedHow: verification.verifiedHow,
      notes: maybe(text() + "\n" + text()), tags: (0..<pick([0, 1, 3])).map { "标签 \($0);," },

      fields: fields(), uid: hasUID ? Self.uid(number) : nil, points: points(number),
      emergency: people())
  }

  private mutating func fields() -> [FieldDraft] {
    guard hasFields else { return [] }
    let all = [
      FieldDraft("licence", text() + (chance(2) ? "\n" + text() : "")),
      FieldDraft("visits", pick(["0", "-12.5", "123456789012345"])),
      FieldDraft("opened", pick(["2026-05-03", "1999-12-31"])),
      FieldDraft("phone", pick(["小", "a;b,c|d"])), FieldDraft("vip", pick(["true", "false"])),
    ]
    return all.filter { _ in chance(2) }
  }

  private mutating func points(_ number: Int) -> [PointDraft] {
    var points: [PointDraft] = []
    for kind in PointDraft.Kind.allCases {
      for place in 0..<pick([0, 1, 1, 4]) { points.append(point(kind, number, place)) }
    }
    points.shuffle(using: &random)
    // At most one is preferred.
    if !points.isEmpty, chance(2) { points[pick(Array(points.indices))].isPreferred = true }
    return points
  }

  private mutating func point(_ kind: PointDraft.Kind, _ number: Int, _ place: Int) -> PointDraft {
    let digits = String(10_000_000 + number * 10 + place).dropFirst()
    let value =
      switch kind {
      case .phone: pick(["199\(digits)0", "+86 199 0\(digits)", "0571-8\(digits)"])
      case .email: "m\(digits)@example.com"
      case .qq: "1000\(digits)"
      case .wechat, .address, .handle: text() + "\(digits)"
      }
    let verification = verified()
    return PointDraft(
      kind, value, label: pick(["mobile", "fax", "店里", "a|b\\", nil]),
      rank: pick([.primary, .backup, nil]), consent: pick([.unknown, .given, .refused]),
      doNotUse: chance(3), quietHours: pick([QuietHours(startMinute: 1320, endMinute: 480), nil]),
      verifiedOn: verification.verifiedOn, verifiedBy: verification.verifiedBy,
      verifiedHow: verification.verifiedHow)
  }

  /// By whom and how is said only of a day.
  private mutating func verified() -> (
    verifiedOn: CalendarDate?, verifiedBy: String?, verifiedHow: VerificationMeans?
  ) {
    guard chance(2) else { return (nil, nil, nil) }
    return (
      CalendarDate(year: 2026, month: 5, day: 3), pick(["daemon", nil]),
      pick([.phone, .visit, nil])
    )
  }

  private mutating func people() -> [EmergencyDraft] {
    (0..<pick([0, 0, 2])).map { _ in
      EmergencyDraft(
        name: text(), phone: maybe("19900007777"), relation: maybe(text()),
        contactUID: hasUID ? maybe(Self.uid(Int.random(in: 0..<count, using: &random))) : nil)
    }
  }

  /// Begins and ends with something that nobody trims.
  private mutating func text() -> String {
    pick(["王", "=", "'", "+", "@x", "\""])
      + (0..<pick([0, 2, 9])).map { _ in pick(Self.words) }.joined()
      + pick(["。", "z", "\\", "'"])
  }

  private mutating func maybe(_ text: String) -> String? { chance(2) ? text : nil }

  private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }

  private mutating func pick<Value>(_ choices: [Value]) -> Value {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }
}
