import CallbookJSON
import CallbookModel

/// A draft as a row of `contact.import`.
struct ImportRowText {
  let bytes: [UInt8]
  /// How many values and names it has, counted high.
  let tokens: Int

  init(line: Int, _ draft: ContactDraft) {
    var json = JSONWriter(reserving: 512)
    json.beginObject()
    json.member("line", line)
    json.member("name", draft.name)
    let texts: [(String, String?)] = [
      ("kind", draft.kind), ("title", draft.title), ("organisation", draft.organisation),
      ("category", draft.category), ("status", draft.status), ("source", draft.source),
      ("language", draft.language), ("notes", draft.notes), ("uid", draft.uid),
    ]
    for (name, text) in texts {
      if let text { json.member(name, text) }
    }
    if !draft.tags.isEmpty { json.member("tags", draft.tags) }
    Self.write(draft.points, into: &json)
    Self.write(draft.emergency, into: &json)
    json.endObject()
    bytes = json.bytes
    tokens = 32 + draft.tags.count + draft.points.count * 9 + draft.emergency.count * 7
  }

  private static func write(_ points: [PointDraft], into json: inout JSONWriter) {
    guard !points.isEmpty else { return }
    json.key("points")
    json.beginArray()
    for point in points {
      json.beginObject()
      json.member("kind", point.kind.rawValue)
      json.member("value", point.value)
      if let label = point.label { json.member("label", label) }
      json.key("preferred")
      json.value(point.isPreferred)
      json.endObject()
    }
    json.endArray()
  }

  private static func write(_ people: [EmergencyDraft], into json: inout JSONWriter) {
    guard !people.isEmpty else { return }
    json.key("emergency")
    json.beginArray()
    for person in people {
      json.beginObject()
      if !person.name.isEmpty { json.member("name", person.name) }
      if let phone = person.phone { json.member("phone", phone) }
      if let relation = person.relation { json.member("relation", relation) }
      json.endObject()
    }
    json.endArray()
  }
}
