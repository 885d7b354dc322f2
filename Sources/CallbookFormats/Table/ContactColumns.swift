package import CallbookModel

/// The columns of an exported table: contacts to rows that the import reads back without loss.
///
/// Points have a few columns of each kind; those beyond, and those that a cell cannot say exactly,
/// stand in one cell of their own; what else is known of them, and their order where it is not that
/// of the columns, in two more.
package struct ContactColumns: Sendable {
  package let language: TableLanguage
  let fields: FieldHeadings
  private let isChinese: Bool

  package init(_ language: TableLanguage, _ fields: FieldHeadings = FieldHeadings()) {
    self.language = language
    self.fields = fields
    isChinese = language == .chinese
  }

  /// How many columns a kind has, and whether each has one for its label beside it.
  private struct Places {
    let kind: PointDraft.Kind
    let count: Int
    let english: String
    let chinese: String
    let hasLabels: Bool
  }

  private static let places = [
    Places(kind: .phone, count: 3, english: "phone", chinese: "电话", hasLabels: true),
    Places(kind: .email, count: 2, english: "email", chinese: "邮箱", hasLabels: true),
    Places(kind: .wechat, count: 1, english: "wechat", chinese: "微信", hasLabels: false),
    Places(kind: .qq, count: 1, english: "qq", chinese: "QQ", hasLabels: false),
    Places(kind: .address, count: 1, english: "address", chinese: "地址", hasLabels: false),
  ]

  package var headings: [String] {
    var headings =
      isChinese
      ? ["姓名", "个人或单位", "职位", "单位", "类别", "状态", "来源", "语言", "标签"]
      : [
        "name", "kind", "title", "organisation", "category", "status", "source", "language", "tags",
      ]
    for place in Self.places {
      let name = isChinese ? place.chinese : place.english
      for number in 1...place.count {
        let numbered =
          place.count == 1 ? name : isChinese ? "\(name)\(number)" : "\(name) \(number)"
        headings.append(numbered)
        if place.hasLabels { headings.append(numbered + (isChinese ? "标签" : " label")) }
      }
    }
    return headings
      + (isChinese
        ? [
          "更多联系方式", "首选", "联系方式详情", "联系方式顺序", "紧急联系人", "备注", "归属用户名", "检查周期", "核对日期",
          "核对人", "核对方式", "单位UID", "UID",
        ]
        : [
          "more points", "preferred", "point details", "point order", "emergency contacts", "notes",
          "owner user", "review cycle", "verified on", "verified by", "verified how",
          "organisation uid", "uid",
        ]) + fields.headings
  }

  package func cells(of contact: ContactDraft) -> [String] {
    func word(_ text: String?, _ terms: Terms) -> String {
      guard let text else { return "" }
      return isChinese ? terms.chinese(text) : text
    }
    let (columns, ordered, more) = pointCells(contact.points)
    return [
      contact.name, word(contact.kind, Terms.kind), contact.title ?? "",
      contact.organisation ?? "", word(contact.category, Terms.category),
      word(contact.status, Terms.status),
      OwnWord.written(contact.source, Terms.source, isChinese: isChinese) {
        $0.hasPrefix("import:")
      },
      OwnWord.written(
        contact.language, Terms.language, isChinese: false, isFree: LanguageTag.isWellFormed),
      CellParts.joined(contact.tags, by: "; ", at: CellParts.tagSeparators),
    ] + columns + [
      PointLines.written(more), PointLines.preferred(in: ordered), PointDetails.written(ordered),
      PointLines.order(of: contact.points, from: ordered),
      EmergencyCell.written(contact.emergency), contact.notes ?? "", contact.owner ?? "",
      contact.reviewCycle?.description ?? "", contact.verifiedOn?.description ?? "",
      contact.verifiedBy ?? "", contact.verifiedHow?.rawValue ?? "",
      contact.organisationUID ?? "", contact.uid ?? "",
    ] + fields.keys.map { key in contact.fields.first { $0.key == key }?.text ?? "" }
  }

  /// The cells of the points' columns, the points in the order in which they will be read back, and
  /// those of them that have no column.
  private func pointCells(
    _ points: [PointDraft]
  ) -> (columns: [String], ordered: [PointDraft], more: [PointDraft]) {
    var columns: [String] = []
    var placed: [PointDraft] = []
    var more: [PointDraft] = []
    for place in Self.places {
      var left = points.filter { $0.kind == place.kind }[...]
      for _ in 1...place.count {
        // Once one goes to the other cell all that follow do: their order stays.
        if let point = left.first, Self.fits(point, hasLabel: place.hasLabels) {
          left.removeFirst()
          placed.append(point)
          columns.append(point.value)
          if place.hasLabels { columns.append(point.label ?? "") }
        } else {
          more += left
          left = []
          columns += place.hasLabels ? ["", ""] : [""]
        }
      }
      more += left
    }
    more += points.filter { $0.kind == .handle }
    return (columns, placed + more, more)
  }

  /// Whether a cell of the kind's column is read back as exactly this point.
  private static func fits(_ point: PointDraft, hasLabel: Bool) -> Bool {
    guard hasLabel || point.label == nil, !CellText.isNothing(point.value),
      CellText.cleaned(point.value) == point.value
    else { return false }
    guard point.kind == .phone || point.kind == .qq else { return true }
    return NumberCell.read(point.value) == .numbers([point.value])
  }
}
