import CallbookModel

extension Contact {
  /// Every field as text, by the name under which the ledger and the wire know it.
  var fieldTexts: [(field: String, text: String?)] {
    [
      ("kind", kind.rawValue), ("name", name), ("title", title),
      ("organisation", organisation), ("organisation_id", organisationID?.description),
      ("category", category.rawValue),
      ("tags", tags.isEmpty ? nil : tags.sorted().joined(separator: "\u{1F}")),
      ("status", status.rawValue), ("source", source), ("owner", owner), ("language", language),
      ("review_cycle", reviewCycle?.description), ("notes", notes),
    ]
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
  var fieldTexts: [(field: String, text: String?)] {
    [
      ("kind", kind.rawValue), ("value", value), ("normal", normal),
      ("extension", extensionDigits), ("label", label), ("rank", rank.rawValue),
      ("preferred", isPreferred ? "true" : nil), ("consent", consent.rawValue),
      ("do_not_use", doNotUse ? "true" : nil), ("quiet_hours", quietHours?.description),
      ("verified_on", verifiedOn?.description), ("verified_by", verifiedBy),
      ("verified_how", verifiedHow?.rawValue), ("removed_at", removedAt?.description),
    ]
  }
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
