import CallbookFormats
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
    JSONContactWriter.write(draft, into: &json)
    json.endObject()
    bytes = json.bytes
    tokens =
      44 + draft.tags.count + draft.fields.count * 2 + draft.points.count * 23 + draft.emergency
      .count * 9
  }
}
