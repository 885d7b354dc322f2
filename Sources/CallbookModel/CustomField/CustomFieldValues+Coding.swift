extension CustomFieldValues: Codable {
  package init(from decoder: any Decoder) throws {
    let patch = try CustomFieldPatch(from: decoder)
    self.init(patch.entries.compactMap { entry in entry.value.map { Entry(entry.key, $0) } })
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: FieldKey.self)
    for entry in entries { try container.encode(entry.value, forKey: FieldKey(entry.key)) }
  }
}

extension CustomFieldPatch: Decodable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: FieldKey.self)
    self.init(
      try container.allKeys.map { key in
        try container.decodeNil(forKey: key)
          ? Entry(key.stringValue, nil)
          : Entry(key.stringValue, try container.decode(CustomFieldValue.self, forKey: key))
      })
  }
}

extension CustomFieldValue: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    // Whatever is no truth value may still be a number or a text.
    if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
      return
    }
    // As above: then it is a text, or nothing that a field can hold.
    let number = try? container.decode(Double.self)
    if let exact = number.flatMap({ DecimalNumber("\($0)") }) {
      self = .number(exact)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(Double(number.description) ?? 0)
    case .flag(let flag): try container.encode(flag)
    }
  }
}

private struct FieldKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(_ key: String) { stringValue = key }
  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { nil }
}

// Preferred by what the compiler synthesizes: without a value there is no member.
extension KeyedDecodingContainer {
  package func decode(
    _ type: CustomFieldValues.Type, forKey key: Key
  ) throws -> CustomFieldValues {
    try decodeIfPresent(type, forKey: key) ?? CustomFieldValues()
  }
}

extension KeyedEncodingContainer {
  package mutating func encode(_ values: CustomFieldValues, forKey key: Key) throws {
    guard !values.isEmpty else { return }
    try encodeIfPresent(values, forKey: key)
  }
}
