import CallbookModel

/// Puts one card's properties together.
struct VCardBuilder {
  private var draft = ContactDraft()
  private var structuredName = ""
  private var ownCategory: String?
  /// Our own card of a contact without category: what sounds like one is a tag.
  private var hasNoCategory = false
  private var categories: [String] = []
  /// The groups of the points, in their order, and the labels that belong to groups.
  private var groups: [String?] = []
  private var labels: [String: String] = [:]
  private(set) var notes: [ContactNote]

  init(notes: [ContactNote]) {
    self.notes = notes
  }

  /// - Parameter value: decoded, but still escaped.
  mutating func take(_ property: VCardProperty, _ value: String) -> ContactFault? {
    let text = CellText.trimmed(VCardText.unescaped(value))
    guard !text.isEmpty else { return nil }
    switch property.name {
    case "FN": draft.name = draft.name.isEmpty ? text : draft.name
    case "N": takeName(VCardText.parts(value, at: ";").map { CellText.trimmed($0) })
    case "ORG":
      let units = VCardText.parts(value, at: ";").map { CellText.trimmed($0) }
      draft.organisation = units.filter { !$0.isEmpty }.joined(separator: " ")
    case "TITLE": draft.title = text
    case "ROLE": draft.title = draft.title ?? text
    case "NOTE": draft.notes = draft.notes.map { $0 + "\n" + text } ?? text
    case "CATEGORIES":
      categories += VCardText.parts(value, at: ",").map { CellText.trimmed($0) }
    case "UID": draft.uid = text
    case "LANG", "X-CALLBOOK-LANGUAGE": draft.language = draft.language ?? text
    case "KIND", "X-ADDRESSBOOKSERVER-KIND":
      if text.lowercased() == "group" { return .group }
      draft.kind = Terms.kind.term(for: text) ?? draft.kind
    case "X-ABSHOWAS": draft.kind = text.uppercased() == "COMPANY" ? "organisation" : draft.kind
    case "X-CALLBOOK-KIND": draft.kind = text
    case "X-CALLBOOK-CATEGORY": ownCategory = text
    case "X-CALLBOOK-NO-CATEGORY": hasNoCategory = true
    case "X-CALLBOOK-STATUS": draft.status = text
    case "X-CALLBOOK-SOURCE": draft.source = text
    case "X-CALLBOOK-OWNER": draft.owner = text
    case "X-CALLBOOK-REVIEW-CYCLE", "X-CALLBOOK-VERIFIED-ON", "X-CALLBOOK-VERIFIED-BY",
      "X-CALLBOOK-VERIFIED-HOW":
      if !takeReview(text, property.name) { leaveOut(property.name) }
    case "X-CALLBOOK-ORGANISATION-UID": draft.organisationUID = text
    case "X-CALLBOOK-FIELD": takeField(text, property)
    case "X-CALLBOOK-EMERGENCY": takeEmergency(VCardText.parts(value, at: ";"))
    case "X-ABLABEL": takeLabel(text, property)
    case "RELATED" where property.types.contains("emergency"):
      draft.emergency += EmergencyCell.read(text)
    case "BEGIN", "END", "VERSION", "REV", "PRODID", "X-CALLBOOK-LINE", "X-CALLBOOK-REASON",
      "SOURCE", "CLIENTPIDMAP", "SORT-STRING", "CLASS", "XML":
      break
    default:
      if let point = VCardPoints.point(of: property, value: value, text: text) {
        take(point, property)
      } else {
        leaveOut(property.name)
      }
    }
    return nil
  }

  /// - Returns: whether it is written as an export writes it.
  private mutating func takeReview(_ text: String, _ name: String) -> Bool {
    switch name {
    case "X-CALLBOOK-REVIEW-CYCLE":
      draft.reviewCycle = ReviewCycle(text) ?? draft.reviewCycle
      return ReviewCycle(text) != nil
    case "X-CALLBOOK-VERIFIED-ON":
      draft.verifiedOn = CalendarDate(text) ?? draft.verifiedOn
      return CalendarDate(text) != nil
    case "X-CALLBOOK-VERIFIED-BY":
      guard Verification.isUserName(text) else { return false }
      draft.verifiedBy = text
      return true
    default:
      guard let how = VerificationMeans(rawValue: text) else { return false }
      draft.verifiedHow = how
      return true
    }
  }

  /// The contact; nil when nothing names one.
  mutating func finish() -> ContactDraft? {
    nameIt()
    guard !draft.name.isEmpty else { return nil }
    for (index, group) in groups.enumerated() {
      if let group, let label = labels[group] { draft.points[index].label = label }
    }
    categorise()
    return draft
  }

  private mutating func nameIt() {
    if draft.name.isEmpty { draft.name = structuredName }
    if draft.name.isEmpty, let organisation = draft.organisation {
      draft.name = organisation
      draft.organisation = nil
      draft.kind = "organisation"
      notes.append(.organisationAsName)
    }
    if draft.name == draft.organisation, draft.kind == "organisation" { draft.organisation = nil }
  }

  /// The first word that is a category is the category; all others are tags.
  private mutating func categorise() {
    var words = categories.filter { !$0.isEmpty }
    if let ownCategory {
      draft.category = ownCategory
      if words.first == ownCategory { words.removeFirst() }
    } else if !hasNoCategory,
      let index = words.firstIndex(where: { Terms.category.term(for: $0) != nil })
    {
      draft.category = Terms.category.term(for: words[index])
      words.remove(at: index)
    }
    draft.tags = words
  }

  private mutating func takeName(_ parts: [String]) {
    let family = parts.first ?? ""
    let given = parts.count > 1 ? parts[1] : ""
    structuredName = PersonName.joined(family: family, given: given)
  }

  private mutating func takeEmergency(_ parts: [String]) {
    func part(_ index: Int) -> String? {
      parts.count > index && !parts[index].isEmpty ? CellText.trimmed(parts[index]) : nil
    }
    draft.emergency.append(
      EmergencyDraft(name: part(0) ?? "", phone: part(1), relation: part(2), contactUID: part(3)))
  }

  private mutating func takeField(_ text: String, _ property: VCardProperty) {
    guard let key = property.parameter("X-KEY"), CustomField.isKey(key),
      !draft.fields.contains(where: { $0.key == key })
    else { return leaveOut(property.name) }
    draft.fields.append(FieldDraft(key, text))
  }

  private mutating func takeLabel(_ text: String, _ property: VCardProperty) {
    guard let group = property.group else { return }
    let label = CellText.trimmed(VCardLabel.named(text))
    if !label.isEmpty { labels[group] = label }
  }

  private mutating func take(_ point: PointDraft, _ property: VCardProperty) {
    var point = point
    for name in VCardPointDetails.take(property, into: &point) { leaveOut(name) }
    draft.points.append(point)
    groups.append(property.group)
  }

  private mutating func leaveOut(_ name: String) {
    let note = ContactNote.leftOut(name)
    if !notes.contains(note) { notes.append(note) }
  }
}
