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
      ("notes", notes),
    ]
  }

  /// Sets a field from the text that ``fieldTexts`` wrote.
  ///
  /// - Returns: false for a field that cannot be set so.
  mutating func setField(_ field: String, to text: String?) -> Bool {
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
    case "notes": notes = text
    default: return false
    }
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
    differences(old?.fieldTexts, fieldTexts, path: "")
      + points.flatMap { point in
        differences(
          old?.points.first { $0.id == point.id }?.fieldTexts, point.fieldTexts,
          path: "points/\(point.id)/")
      }
  }
}

extension ContactPoint {
  var fieldTexts: [(field: String, text: String?)] {
    [
      ("kind", kind.rawValue), ("value", value), ("normal", normal),
      ("extension", extensionDigits), ("label", label), ("rank", rank.rawValue),
      ("preferred", isPreferred ? "true" : nil), ("consent", consent.rawValue),
      ("do_not_use", doNotUse ? "true" : nil), ("quiet_hours", quietHours?.description),
      ("verified_on", verifiedOn?.description), ("removed_at", removedAt?.description),
    ]
  }
}

private func differences(
  _ old: [(field: String, text: String?)]?, _ new: [(field: String, text: String?)], path: String
) -> [FieldChange] {
  new.indices.compactMap { place in
    let before = old?[place].text
    guard before != new[place].text else { return nil }
    return FieldChange(path + new[place].field, before: before, after: new[place].text)
  }
}
