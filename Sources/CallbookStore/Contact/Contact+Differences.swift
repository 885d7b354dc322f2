import CallbookModel

extension Contact {
  /// Every field as text, by the name under which the ledger and the wire know it.
  var fieldTexts: [(field: String, text: String?)] { listed(visitFields) }

  /// Tells every field as ``fieldTexts`` lists them.
  private func visitFields(_ visit: (_ field: String, _ text: String?) -> Void) {
    visit("kind", kind.rawValue)
    visit("name", name)
    visit("title", title)
    visit("organisation", organisation)
    visit("organisation_id", organisationID?.description)
    visit("category", category.rawValue)
    visit("tags", tags.isEmpty ? nil : tags.sorted().joined(separator: "\u{1F}"))
    visit("status", status.rawValue)
    visit("source", source)
    visit("owner", owner)
    visit("language", language)
    visit("review_cycle", reviewCycle?.description)
    visit("notes", notes)
  }

  /// What the ledger keeps of a contact that was added: ``changes(since:)`` of nothing, without a list
  /// of them, since most entries are such.
  var addedDetail: ChangeDetail {
    var detail = ChangeDetail(reserving: 8 + 6 * points.count)
    visitFields { field, text in
      if let text { detail.add(field, text) }
    }
    for entry in fields.entries {
      detail.add(entry.key, of: Self.customField, entry.value.storedText)
    }
    for point in points {
      let part = "points/\(point.id)/"
      point.visitFields { field, text in
        if let text { detail.add(field, of: part, text) }
      }
    }
    return detail
  }

  /// The same of the shop's own fields.
  var customTexts: [(field: String, text: String)] {
    fields.entries.map { (Self.customField + $0.key, $0.value.storedText) }
  }

  private static let customField = "fields/"

  /// Sets a field from the text that ``fieldTexts`` or ``customTexts`` wrote.
  ///
  /// - Returns: false for a field that cannot be set so.
  mutating func setField(_ field: String, to text: String?, _ defined: CustomFieldSet) -> Bool {
    if field.hasPrefix(Self.customField) {
      return setCustomField(String(field.dropFirst(Self.customField.count)), to: text, defined)
    }
    switch field {
    case "kind": return assign(text.flatMap(ContactKind.init(rawValue:)), to: \.kind)
    case "name": return assign(text, to: \.name)
    case "title": title = text
    case "organisation": organisation = text
    case "organisation_id": organisationID = text.flatMap { ContactID($0) }
    case "category": return assign(text.flatMap(ContactCategory.init(rawValue:)), to: \.category)
    case "tags": tags = text?.split(separator: "\u{1F}").map(String.init) ?? []
    case "status": return assign(text.flatMap(ContactStatus.init(rawValue:)), to: \.status)
    case "source": source = text
    case "owner": owner = text
    case "language": language = text
    case "review_cycle": reviewCycle = text.flatMap { ReviewCycle($0) }
    case "notes": notes = text
    default: return false
    }
    return true
  }

  private mutating func setCustomField(
    _ key: String, to text: String?, _ defined: CustomFieldSet
  ) -> Bool {
    let value = text.flatMap { defined.value(stored: $0, of: key, .contact) }
    guard (value == nil) == (text == nil) else { return false }
    fields[key] = value
    return true
  }

  private mutating func assign<Value>(
    _ value: Value?, to field: WritableKeyPath<Contact, Value>
  ) -> Bool {
    guard let value else { return false }
    self[keyPath: field] = value
    return true
  }

  /// What differs, field by field and point by point; everything when there was nothing before.
  func changes(since old: Contact?) -> [FieldChange] {
    var changes: [FieldChange] = []
    // What an added contact and its points have mostly.
    changes.reserveCapacity(old == nil ? 8 + 6 * points.count : 4)
    appendDifferences(old?.fieldTexts, fieldTexts, path: "", to: &changes)
    changes += customDifferences(old?.customTexts ?? [], customTexts)
    for point in points {
      appendDifferences(
        old?.points.first { $0.id == point.id }?.fieldTexts, point.fieldTexts,
        path: "points/\(point.id)/", to: &changes)
    }
    return changes
  }
}

extension ContactPoint {
  var fieldTexts: [(field: String, text: String?)] { listed(visitFields) }

  fileprivate func visitFields(_ visit: (_ field: String, _ text: String?) -> Void) {
    visit("kind", kind.rawValue)
    visit("value", value)
    visit("normal", normal)
    visit("extension", extensionDigits)
    visit("label", label)
    visit("rank", rank.rawValue)
    visit("preferred", isPreferred ? "true" : nil)
    visit("consent", consent.rawValue)
    visit("do_not_use", doNotUse ? "true" : nil)
    visit("quiet_hours", quietHours?.description)
    visit("verified_on", verifiedOn?.description)
    visit("verified_by", verifiedBy)
    visit("verified_how", verifiedHow?.rawValue)
    visit("removed_at", removedAt?.description)
  }
}

private func listed(
  _ visitFields: ((_ field: String, _ text: String?) -> Void) -> Void
) -> [(field: String, text: String?)] {
  var texts: [(field: String, text: String?)] = []
  texts.reserveCapacity(14)
  visitFields { texts.append((field: $0, text: $1)) }
  return texts
}

private func customDifferences(
  _ old: [(field: String, text: String)], _ new: [(field: String, text: String)]
) -> [FieldChange] {
  let gone = old.filter { before in !new.contains { $0.field == before.field } }
  return new.compactMap { after in
    let before = old.first { $0.field == after.field }?.text
    return before == after.text
      ? nil : FieldChange(after.field, before: before, after: after.text)
  } + gone.map { FieldChange($0.field, before: $0.text, after: nil) }
}

private func appendDifferences(
  _ old: [(field: String, text: String?)]?, _ new: [(field: String, text: String?)], path: String,
  to changes: inout [FieldChange]
) {
  for (place, (field, text)) in new.enumerated() {
    let before = old?[place].text
    guard before != text else { continue }
    changes.append(FieldChange(path + field, before: before, after: text))
  }
}
