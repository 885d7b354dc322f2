package import CallbookJSON
package import CallbookModel

/// A contact out of a JSON object, read strictly: what is unknown or of another type is a complaint.
///
/// The members are those of an item of `contact.export`; null is as good as absent, and `line` and
/// `reason`, which a reject file adds, are passed over. Lengths and closed sets are the daemon's to
/// check.
package struct JSONContactReading {
  package private(set) var draft = ContactDraft()
  /// What is wrong, each with its place, without the values.
  package private(set) var complaints: [String] = []

  package init(_ object: JSONNode) {
    for (name, node) in object.members where !JSONReject.ownMembers.contains(name) {
      take(name, node)
    }
    draft.points = draft.points.withoutRanksOfOrder
  }

  private mutating func take(_ name: String, _ node: JSONNode) {
    switch name {
    case "uid": draft.uid = text(node, name)
    case "kind": draft.kind = text(node, name)
    case "name": draft.name = text(node, name) ?? ""
    case "title": draft.title = text(node, name)
    case "organisation": draft.organisation = text(node, name)
    case "organisation_uid": draft.organisationUID = text(node, name)
    case "category": draft.category = text(node, name)
    case "tags":
      draft.tags = list(node, name).compactMap { place, element in text(element, place) }
    case "status": draft.status = text(node, name)
    case "source": draft.source = text(node, name)
    case "owner": draft.owner = text(node, name)
    case "language": draft.language = text(node, name)
    case "review_cycle": draft.reviewCycle = word(node, name) { ReviewCycle($0) }
    case "verified_on": draft.verifiedOn = word(node, name) { CalendarDate($0) }
    case "verified_by": draft.verifiedBy = user(node, name)
    case "verified_how": draft.verifiedHow = word(node, name, VerificationMeans.init(rawValue:))
    case "notes": draft.notes = text(node, name)
    case "fields": draft.fields = fields(node, name)
    case "points":
      draft.points = list(node, name).compactMap { place, element in point(element, place) }
    case "emergency":
      draft.emergency = list(node, name).compactMap { place, element in person(element, place) }
    default: complaints.append("\(name) is no member of a contact")
    }
  }

  private mutating func fields(_ object: JSONNode, _ place: String) -> [FieldDraft] {
    guard !object.isNull, isObject(object, place) else { return [] }
    return object.members.compactMap { key, node in
      guard CustomField.isKey(key) else {
        complaints.append("\(place) has a member that is no key of a field")
        return nil
      }
      switch node.kind {
      case .null: return nil
      case .string: return node.string.flatMap { $0.isEmpty ? nil : FieldDraft(key, $0) }
      case .boolean, .integer, .number:
        return FieldDraft(key, String(decoding: node.rawBytes, as: UTF8.self))
      case .array, .object:
        complaints.append("\(place)/\(key) must be a text, a number, true or false")
        return nil
      }
    }
  }

  private mutating func point(_ object: JSONNode, _ place: String) -> PointDraft? {
    guard isObject(object, place) else { return nil }
    var point = PointDraft(.phone, "")
    var hasKind = false
    for (name, node) in object.members {
      let place = "\(place)/\(name)"
      switch name {
      case "kind":
        hasKind = true
        point.kind = word(node, place, PointDraft.Kind.init(rawValue:)) ?? .phone
      case "value": point.value = text(node, place) ?? ""
      case "label": point.label = text(node, place)
      case "rank": point.rank = word(node, place, ContactPoint.Rank.init(rawValue:))
      case "preferred": point.isPreferred = boolean(node, place)
      case "consent":
        point.consent = word(node, place, ContactPoint.Consent.init(rawValue:)) ?? .unknown
      case "do_not_use": point.doNotUse = boolean(node, place)
      case "quiet_hours": point.quietHours = word(node, place) { QuietHours($0) }
      case "verified_on": point.verifiedOn = word(node, place) { CalendarDate($0) }
      case "verified_by": point.verifiedBy = user(node, place)
      case "verified_how":
        point.verifiedHow = word(node, place, VerificationMeans.init(rawValue:))
      default: complaints.append("\(place) is no member of a point")
      }
    }
    if !hasKind { complaints.append("\(place)/kind is missing") }
    if point.value.isEmpty { complaints.append("\(place)/value is missing") }
    return point
  }

  private mutating func person(_ object: JSONNode, _ place: String) -> EmergencyDraft? {
    guard isObject(object, place) else { return nil }
    var person = EmergencyDraft(name: "")
    for (name, node) in object.members {
      let place = "\(place)/\(name)"
      switch name {
      case "name": person.name = text(node, place) ?? ""
      case "phone": person.phone = text(node, place)
      case "relation": person.relation = text(node, place)
      case "contact_uid": person.contactUID = text(node, place)
      default: complaints.append("\(place) is no member of an emergency contact")
      }
    }
    return person
  }

  // MARK: Values

  private mutating func text(_ node: JSONNode, _ place: String) -> String? {
    guard !node.isNull else { return nil }
    guard let text = node.string else {
      complaints.append("\(place) must be a text in quotes")
      return nil
    }
    return text.isEmpty ? nil : text
  }

  private mutating func user(_ node: JSONNode, _ place: String) -> String? {
    word(node, place) { Verification.isUserName($0) ? $0 : nil }
  }

  private mutating func boolean(_ node: JSONNode, _ place: String) -> Bool {
    guard !node.isNull else { return false }
    guard let value = node.boolean else {
      complaints.append("\(place) must be true or false")
      return false
    }
    return value
  }

  private mutating func word<Value>(
    _ node: JSONNode, _ place: String, _ read: (String) -> Value?
  ) -> Value? {
    guard let text = text(node, place) else { return nil }
    guard let value = read(text) else {
      complaints.append("\(place) is not one of its words, or not written as an export writes it")
      return nil
    }
    return value
  }

  private mutating func list(_ node: JSONNode, _ place: String) -> [(String, JSONNode)] {
    guard !node.isNull else { return [] }
    guard node.kind == .array else {
      complaints.append("\(place) must be a list")
      return []
    }
    return node.elements.enumerated().map { ("\(place)/\($0)", $1) }
  }

  private mutating func isObject(_ node: JSONNode, _ place: String) -> Bool {
    if node.kind != .object { complaints.append("\(place) must be an object") }
    return node.kind == .object
  }
}
