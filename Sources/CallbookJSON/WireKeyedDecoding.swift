/// The members of an object as a keyed container.
struct WireKeyedDecoding<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let node: JSONNode
  let decoding: WireDecoding

  var codingPath: [any CodingKey] { decoding.codingPath(of: node) }

  var allKeys: [Key] { node.members.compactMap { Key(stringValue: $0.name) } }

  func contains(_ key: Key) -> Bool { node[key.stringValue] != nil }

  func decodeNil(forKey key: Key) throws -> Bool { try member(key).isNull }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    do {
      let name = key.stringValue
      guard let member = node[name] else {
        return try decoding.decodeAbsent(type, name, in: node)
      }
      return try decoding.decode(type, at: member)
    } catch {
      return try decoding.standIn(for: type, after: error)
    }
  }

  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
    try value(key) { try decoding.boolean(at: $0) }
  }

  func decode(_ type: String.Type, forKey key: Key) throws -> String {
    try value(key) { try decoding.string(at: $0) }
  }

  func decode(_ type: Double.Type, forKey key: Key) throws -> Double {
    try value(key) { try decoding.double(at: $0) }
  }

  func decode(_ type: Float.Type, forKey key: Key) throws -> Float {
    try value(key) { Float(try decoding.double(at: $0)) }
  }

  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try integer(key) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try integer(key) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try integer(key) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try integer(key) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try integer(key) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try integer(key) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try integer(key) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try integer(key) }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try integer(key) }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try integer(key) }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try decoder(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder {
    guard let member = node["super"] else { throw decoding.missing("super", in: node) }
    return WireDecoder(node: member, decoding: decoding)
  }

  func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }

  private func decoder(_ key: Key) throws -> WireDecoder {
    WireDecoder(node: try member(key), decoding: decoding)
  }

  @inline(__always)
  private func member(_ key: Key) throws -> JSONNode {
    let name = key.stringValue
    guard let member = node[name] else { throw decoding.missing(name, in: node) }
    return member
  }

  private func integer<T: FixedWidthInteger>(_ key: Key) throws -> T {
    try value(key) { try decoding.integer(at: $0) }
  }

  @inline(__always)
  private func value<T>(_ key: Key, _ read: (JSONNode) throws -> T) throws -> T {
    do {
      return try read(member(key))
    } catch {
      return try decoding.standIn(for: T.self, after: error)
    }
  }
}
