package import CallbookJSON
package import CallbookModel

/// Contacts as JSON objects, as `contact.import` takes them as rows; what is absent is left out.
package enum JSONContactWriter {
  /// One line.
  package static func append(_ contact: ContactDraft, to output: inout [UInt8]) {
    var json = JSONWriter(reserving: 512)
    json.beginObject()
    write(contact, into: &json)
    json.endObject()
    json.lineFeed()
    output += json.bytes
  }

  /// The members alone, into an object that is open.
  package static func write(_ contact: ContactDraft, into json: inout JSONWriter) {
    func add(_ name: String, _ text: String?) {
      if let text { json.member(name, text) }
    }
    add("uid", contact.uid)
    add("kind", contact.kind)
    json.member("name", contact.name)
    add("title", contact.title)
    add("organisation", contact.organisation)
    add("organisation_uid", contact.organisationUID)
    add("category", contact.category)
    if !contact.tags.isEmpty { json.member("tags", contact.tags) }
    add("status", contact.status)
    add("source", contact.source)
    add("owner", contact.owner)
    add("language", contact.language)
    add("review_cycle", contact.reviewCycle?.description)
    add("verified_on", contact.verifiedOn?.description)
    add("verified_by", contact.verifiedBy)
    add("verified_how", contact.verifiedHow?.rawValue)
    add("notes", contact.notes)
    if !contact.fields.isEmpty {
      json.key("fields")
      json.beginObject()
      for field in contact.fields { json.member(field.key, field.text) }
      json.endObject()
    }
    list("points", contact.points, into: &json, write)
    list("emergency", contact.emergency, into: &json, write)
  }

  private static func list<Item>(
    _ name: String, _ items: [Item], into json: inout JSONWriter,
    _ write: (Item, inout JSONWriter) -> Void
  ) {
    guard !items.isEmpty else { return }
    json.key(name)
    json.beginArray()
    for item in items {
      json.beginObject()
      write(item, &json)
      json.endObject()
    }
    json.endArray()
  }

  private static func write(_ point: PointDraft, into json: inout JSONWriter) {
    json.member("kind", point.kind.rawValue)
    json.member("value", point.value)
    if let label = point.label { json.member("label", label) }
    if let rank = point.rank { json.member("rank", rank.rawValue) }
    flag("preferred", point.isPreferred, into: &json)
    if point.consent != .unknown { json.member("consent", point.consent.rawValue) }
    flag("do_not_use", point.doNotUse, into: &json)
    if let hours = point.quietHours { json.member("quiet_hours", hours.description) }
    if let day = point.verifiedOn { json.member("verified_on", day.description) }
    if let user = point.verifiedBy { json.member("verified_by", user) }
    if let how = point.verifiedHow { json.member("verified_how", how.rawValue) }
  }

  private static func flag(_ name: String, _ value: Bool, into json: inout JSONWriter) {
    guard value else { return }
    json.key(name)
    json.value(true)
  }

  private static func write(_ person: EmergencyDraft, into json: inout JSONWriter) {
    if !person.name.isEmpty { json.member("name", person.name) }
    if let phone = person.phone { json.member("phone", phone) }
    if let relation = person.relation { json.member("relation", relation) }
    if let uid = person.contactUID { json.member("contact_uid", uid) }
  }
}
