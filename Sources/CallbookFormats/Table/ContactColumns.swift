package import CallbookModel

/// The columns of an exported table: contacts to rows that the import reads back without loss.
///
/// Points have a few columns of each kind; those beyond, and those that a cell cannot say exactly,
/// stand in one cell of their own. Their order across kinds is that of the kinds.
package struct ContactColumns: Sendable {
  package let language: TableLanguage
  private let isChinese: Bool

  package init(_ language: TableLanguage) {
    self.language = language
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
        ? ["更多联系方式", "首选", "紧急联系人", "备注", "UID"]
        : ["more points", "preferred", "emergency contacts", "notes", "uid"])
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
      word(contact.status, Terms.status), word(contact.source, Terms.source),
      contact.language ?? "",
      CellParts.joined(contact.tags, by: "; ", at: CellParts.tagSeparators),
    ] + columns + [
      PointLines.written(more), PointLines.preferred(in: ordered),
      EmergencyCell.written(contact.emergency), contact.notes ?? "", contact.uid ?? "",
    ]
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
