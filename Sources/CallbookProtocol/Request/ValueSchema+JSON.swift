package import CallbookJSON

extension ValueSchema {
  /// Appends the value as JSON Schema (draft-07, as OpenRPC 1.3 takes it).
  package func write(
    into json: inout JSONWriter, limits: ClosedRange<Int>? = nil, help: String? = nil
  ) {
    json.beginObject()
    if let help { json.member("description", help) }
    writeMembers(into: &json, limits: limits, isNullable: false)
    json.endObject()
  }

  private func writeMembers(
    into json: inout JSONWriter, limits: ClosedRange<Int>?, isNullable: Bool
  ) {
    switch self {
    case .text(let format):
      json.type("string", isNullable)
      format?.write(into: &json)
      json.limits(limits, "minLength", "maxLength")
    case .integer:
      json.type("integer", isNullable)
      json.limits(limits, "minimum", "maximum")
    case .boolean:
      json.type("boolean", isNullable)
    case .word(let words):
      json.type("string", isNullable)
      json.key("enum")
      json.beginArray()
      for word in words { json.value(word) }
      if isNullable { json.null() }
      json.endArray()
    case .list(let element):
      json.type("array", isNullable)
      json.key("items")
      element.write(into: &json)
      json.limits(limits, "minItems", "maxItems")
    case .nullable(let value):
      value.writeMembers(into: &json, limits: limits, isNullable: true)
    case .object(let schema):
      schema.writeMembers(into: &json, isNullable: isNullable)
    case .fields:
      json.type("object", isNullable)
      json.key("additionalProperties")
      json.beginObject()
      json.member("type", ["string", "number", "boolean", "null"])
      json.endObject()
    case .any:
      break
    }
  }
}

extension ObjectSchema {
  fileprivate func writeMembers(into json: inout JSONWriter, isNullable: Bool) {
    json.type("object", isNullable)
    json.key("properties")
    json.beginObject()
    for field in fields {
      json.key(field.name)
      field.value.write(into: &json, limits: field.limits, help: field.help)
    }
    json.endObject()
    json.required(fields.filter(\.isRequired).map(\.name))
    json.key("additionalProperties")
    json.value(false)
  }
}

extension ReplySchema {
  /// Appends the reply as JSON Schema. Members may be added later: clients ignore what they do not
  /// know.
  package func write(into json: inout JSONWriter) {
    json.beginObject()
    if isList {
      json.type("array", false)
      json.key("items")
      ReplySchema(value: value, members: members).write(into: &json)
    } else if members.isEmpty {
      json.key("allOf")
      json.beginArray()
      value.write(into: &json)
      json.endArray()
    } else {
      json.type("object", false)
      json.key("properties")
      json.beginObject()
      for member in members {
        json.key(member.name)
        member.schema.write(into: &json)
      }
      json.endObject()
      json.required(members.filter { !$0.isOptional }.map(\.name))
    }
    json.endObject()
  }
}

extension ValueSchema.TextFormat {
  fileprivate func write(into json: inout JSONWriter) {
    switch self {
    case .identifier(let letter, _): json.member("pattern", "^\(letter)[1-9][0-9]*$")
    case .dateTime: json.member("format", "date-time")
    case .date: json.member("format", "date")
    case .uuid: json.member("format", "uuid")
    case .pattern(let shown): json.member("examples", [shown])
    }
  }
}

extension JSONWriter {
  fileprivate mutating func type(_ name: String, _ isNullable: Bool) {
    key("type")
    guard isNullable else { return value(name) }
    beginArray()
    value(name)
    value("null")
    endArray()
  }

  fileprivate mutating func limits(
    _ limits: ClosedRange<Int>?, _ minimum: String, _ maximum: String
  ) {
    guard let limits else { return }
    member(minimum, limits.lowerBound)
    member(maximum, limits.upperBound)
  }

  fileprivate mutating func required(_ names: [String]) {
    if !names.isEmpty { member("required", names) }
  }
}
