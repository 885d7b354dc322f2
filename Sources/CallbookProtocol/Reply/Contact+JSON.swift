package import CallbookJSON
package import CallbookModel

extension Contact: JSONWritable {
  package func write(into json: inout JSONWriter) {
    json.beginObject()
    json.member("id", id)
    json.member("uuid", uuid.description)
    json.key("rev")
    json.value(rev)
    json.member("kind", kind.rawValue)
    json.member("name", name)
    json.optional("title", title)
    json.optional("organisation", organisation)
    if let organisationID { json.member("organisation_id", organisationID) }
    json.member("category", category.rawValue)
    json.member("tags", tags)
    json.member("status", status.rawValue)
    json.optional("source", source)
    json.optional("owner", owner)
    json.optional("language", language)
    json.optional("review_cycle", reviewCycle?.description)
    json.optional("notes", notes)
    if !fields.isEmpty {
      json.key("fields")
      fields.write(into: &json)
    }
    json.key("points")
    json.beginArray()
    for point in points { point.write(into: &json) }
    json.endArray()
    json.member("created_at", createdAt.description)
    json.member("updated_at", updatedAt.description)
    if let sharedWith { json.member("shared_with", sharedWith.map(\.description)) }
    if let mergedInto { json.member("merged_into", mergedInto) }
    if let isRedacted {
      json.key("redacted")
      json.value(isRedacted)
    }
    json.endObject()
  }
}

extension ContactPoint: JSONWritable {
  package func write(into json: inout JSONWriter) {
    json.beginObject()
    json.member("id", id)
    json.member("kind", kind.rawValue)
    json.member("value", value)
    json.member("normal", normal)
    json.optional("extension", extensionDigits)
    json.optional("label", label)
    json.member("rank", rank.rawValue)
    json.key("preferred")
    json.value(isPreferred)
    json.member("consent", consent.rawValue)
    json.key("do_not_use")
    json.value(doNotUse)
    if let quietHours { json.member("quiet_hours", quietHours.description) }
    if let verifiedOn { json.member("verified_on", verifiedOn.description) }
    json.optional("verified_by", verifiedBy)
    json.optional("verified_how", verifiedHow?.rawValue)
    if let removedAt { json.member("removed_at", removedAt.description) }
    json.endObject()
  }
}

extension JSONWriter {
  fileprivate mutating func optional(_ name: String, _ text: String?) {
    guard let text else { return }
    member(name, text)
  }

  fileprivate mutating func member<Subject>(_ name: String, _ id: Identifier<Subject>) {
    key(name)
    value(Subject.idLetter, id.number)
  }
}
