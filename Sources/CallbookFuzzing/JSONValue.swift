package import CallbookJSON
package import CallbookModel

/// A JSON value for comparing: members keep their order, strings compare by their bytes.
package indirect enum JSONValue: Equatable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case number(Double)
  case string([UInt8])
  case array([JSONValue])
  case object([Member])

  package struct Member: Equatable, Sendable {
    package let name: [UInt8]
    package let value: JSONValue

    package init(name: [UInt8], value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  package init(_ node: JSONNode) {
    switch node.kind {
    case .null: self = .null
    case .boolean: self = .boolean(node.boolean ?? false)
    case .integer: self = .integer(node.integer ?? 0)
    case .number: self = .number(node.double ?? .nan)
    case .string: self = .string(Array((node.string ?? "").utf8))
    case .array: self = .array(node.elements.map(JSONValue.init))
    case .object:
      self = .object(
        node.members.map { Member(name: Array($0.name.utf8), value: JSONValue($0.value)) })
    }
  }

  package func write(to writer: inout JSONWriter) throws(CallbookError) {
    switch self {
    case .null: writer.null()
    case .boolean(let value): writer.value(value)
    case .integer(let value): writer.value(value)
    case .number(let value): try writer.value(value)
    case .string(let bytes): writer.value(String(decoding: bytes, as: UTF8.self))
    case .array(let elements):
      writer.beginArray()
      for element in elements { try element.write(to: &writer) }
      writer.endArray()
    case .object(let members):
      writer.beginObject()
      for member in members {
        writer.key(String(decoding: member.name, as: UTF8.self))
        try member.value.write(to: &writer)
      }
      writer.endObject()
    }
  }
}

extension JSONValue {
  /// The names of all members within, one behind the other.
  var names: String {
    switch self {
    case .array(let elements): elements.map(\.names).joined()
    case .object(let members):
      members.map { String(decoding: $0.name, as: UTF8.self) + $0.value.names }.joined()
    case .null, .boolean, .integer, .number, .string: ""
    }
  }
}
