package import CallbookJSON
package import CallbookModel

extension CustomFieldValues: JSONWritable {
  package func write(into json: inout JSONWriter) {
    json.beginObject()
    for entry in entries {
      json.key(entry.key)
      entry.value.write(into: &json)
    }
    json.endObject()
  }
}

extension CustomFieldValue: JSONWritable {
  package func write(into json: inout JSONWriter) {
    switch self {
    case .text(let text): json.value(text)
    // Exactly as it is, whatever a binary number would make of it.
    case .number(let number): json.raw(number.description.utf8)
    case .flag(let flag): json.value(flag)
    }
  }
}
