/// Decodes a made-up example of a type and notes what it asks for on the way.
struct ReplyProbe: Decoder {
  /// What was asked for so far. A reference, because a decoder is copied into its containers.
  final class Notes {
    var members: [(name: String, isOptional: Bool, schema: ReplySchema)] = []
    var element: ReplySchema?
    var value: ValueSchema = .any
  }

  let notes = Notes()
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// - Returns: an example, and the shape that it has.
  static func example<Value: Decodable>(of type: Value.Type) -> (value: Value, schema: ReplySchema)
  {
    if let known = type as? any ParameterValue.Type, !(type is any ProbedList.Type),
      let value = known.exampleValue as? Value
    {
      return (value, ReplySchema(value: known.valueSchema))
    }
    if let list = type as? any ProbedList.Type, let value = list.exampleList as? Value {
      return (value, list.listSchema)
    }
    let probe = ReplyProbe()
    do {
      let value = try Value(from: probe)
      return (value, ReplySchema(value: .any, members: probe.notes.members))
    } catch {
      preconditionFailure("\(type) is no reply: it decodes itself in a way that has no schema")
    }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Keyed<Key>(notes: notes))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw KeyProbe.NotKeyed() }
  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    throw KeyProbe.NotKeyed()
  }

  struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let notes: Notes
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) -> Bool { false }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) -> Value {
      note(type, key, isOptional: false)
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) -> Value? {
      note(type, key, isOptional: true)
    }

    func decodeIfPresent(_ type: String.Type, forKey key: Key) -> String? {
      note(type, key, isOptional: true)
    }
    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) -> Bool? {
      note(type, key, isOptional: true)
    }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) -> Int? {
      note(type, key, isOptional: true)
    }
    func decodeIfPresent(_ type: Int64.Type, forKey key: Key) -> Int64? {
      note(type, key, isOptional: true)
    }

    private func note<Value: Decodable>(
      _ type: Value.Type, _ key: Key, isOptional: Bool
    ) -> Value {
      let (value, schema) = ReplyProbe.example(of: type)
      notes.members.append((key.stringValue, isOptional, schema))
      return value
    }

    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { throw KeyProbe.NotKeyed() }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      throw KeyProbe.NotKeyed()
    }
    func superDecoder() throws -> any Decoder { throw KeyProbe.NotKeyed() }
    func superDecoder(forKey key: Key) throws -> any Decoder { throw KeyProbe.NotKeyed() }
  }
}

/// A list, whatever its elements.
protocol ProbedList {
  static var exampleList: Self { get }
  static var listSchema: ReplySchema { get }
}

extension Array: ProbedList where Element: Decodable {
  static var exampleList: [Element] { [ReplyProbe.example(of: Element.self).value] }
  static var listSchema: ReplySchema {
    let element = ReplyProbe.example(of: Element.self).schema
    return ReplySchema(value: element.value, members: element.members, isList: true)
  }
}
