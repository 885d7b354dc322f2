package import CallbookJSON
import CallbookModel
import CallbookProtocol

/// The description of all methods (OpenRPC 1.3.2), derived from the requests themselves.
package struct OpenRPCDocument: Sendable, Equatable {
  let version: String

  package init(version: String) {
    self.version = version
  }

  /// Appends the document.
  package func write(into json: inout JSONWriter) {
    json.beginObject()
    json.member("openrpc", "1.3.2")
    json.key("info")
    json.beginObject()
    json.member("title", "Callbook")
    json.member("version", version)
    json.endObject()
    json.key("methods")
    json.beginArray()
    for method in MethodTable.all.methods { method.write(into: &json) }
    json.endArray()
    json.endObject()
  }
}

extension OpenRPCDocument: Codable {
  package init(from decoder: any Decoder) throws {
    self.init(version: "")
  }

  package func encode(to encoder: any Encoder) throws {
    var json = JSONWriter(reserving: 64 * 1024)
    write(into: &json)
    guard let wire = encoder as? WireEncoder else {
      throw CallbookError(.internal, "the document is JSON already")
    }
    wire.encode(json: json.bytes)
  }
}

extension Method {
  fileprivate func write(into json: inout JSONWriter) {
    json.beginObject()
    json.member("name", name)
    json.member("summary", summary)
    json.member("paramStructure", "by-name")
    json.key("params")
    json.beginArray()
    // OpenRPC: optional parameters stand behind all required ones.
    for field in parameters.fields where field.isRequired { write(field, into: &json) }
    for field in parameters.fields where !field.isRequired { write(field, into: &json) }
    json.endArray()
    json.key("result")
    json.beginObject()
    json.member("name", "result")
    json.key("schema")
    reply().write(into: &json)
    json.endObject()
    writeErrors(into: &json)
    writeExamples(into: &json)
    json.member("x-effect", effect.rawValue)
    json.member("x-roles", permission.roles.list.map(\.rawValue))
    if !permission.owners.isEmpty {
      json.member("x-owner-roles", permission.owners.list.map(\.rawValue))
    }
    json.endObject()
  }

  private func write(_ field: FieldSchema, into json: inout JSONWriter) {
    json.beginObject()
    json.member("name", field.name)
    json.member("description", field.help)
    json.key("required")
    json.value(field.isRequired)
    json.key("schema")
    field.value.write(into: &json, limits: field.limits)
    json.endObject()
  }

  /// One error a code, as OpenRPC demands: reasons of one kind share it.
  private func writeErrors(into json: inout JSONWriter) {
    json.key("errors")
    json.beginArray()
    for kind in ErrorKind.allCases {
      let reasons = errors.filter { $0.kind == kind }
      guard !reasons.isEmpty else { continue }
      json.beginObject()
      json.member("code", kind.code)
      json.member("message", kind.rawValue)
      json.key("data")
      json.beginObject()
      json.member("reasons", reasons.map(\.rawValue))
      json.endObject()
      json.endObject()
    }
    json.endArray()
  }

  private func writeExamples(into json: inout JSONWriter) {
    guard !examples.isEmpty else { return }
    json.key("x-examples")
    json.beginArray()
    for example in examples {
      json.beginObject()
      json.member("name", example.title)
      json.key("params")
      json.raw(Array(example.params.utf8))
      json.endObject()
    }
    json.endArray()
  }
}
