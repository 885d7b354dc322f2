/// An object that is being written, as a keyed container.
struct WireKeyedEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoding: WireEncoding
  /// How many containers are open inside the object.
  let depth: Int

  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) throws {
    try begin(key)
    encoding.writer.null()
  }

  func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    try begin(key)
    try encoding.encode(value, depth: depth)
  }

  func encode(_ value: Bool, forKey key: Key) throws {
    try begin(key)
    encoding.writer.value(value)
  }

  func encode(_ value: String, forKey key: Key) throws {
    try begin(key)
    encoding.writer.value(value)
  }

  func encode(_ value: Double, forKey key: Key) throws {
    try begin(key)
    try encoding.writer.value(value)
  }

  func encode(_ value: Float, forKey key: Key) throws { try encode(Double(value), forKey: key) }
  func encode(_ value: Int, forKey key: Key) throws { try integer(value, key) }
  func encode(_ value: Int8, forKey key: Key) throws { try integer(value, key) }
  func encode(_ value: Int16, forKey key: Key) throws { try integer(value, key) }
  func encode(_ value: Int32, forKey key: Key) throws { try integer(value, key) }
  func encode(_ value: Int64, forKey key: Key) throws { try integer(value, key) }
  func encode(_ value: UInt, forKey key: Key) throws { try integer(value, key) }
  func encode(_ value: UInt8, forKey key: Key) throws { try integer(value, key) }
  func encode(_ value: UInt16, forKey key: Key) throws { try integer(value, key) }
  func encode(_ value: UInt32, forKey key: Key) throws { try integer(value, key) }
  func encode(_ value: UInt64, forKey key: Key) throws { try integer(value, key) }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    nested(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    nested(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { nested("super") }

  func superEncoder(forKey key: Key) -> any Encoder { nested(key) }

  private func nested(_ key: Key) -> WireEncoder { nested(key.stringValue) }

  private func nested(_ name: String) -> WireEncoder {
    encoding.beginNested(depth: depth, name: name)
    return WireEncoder(encoding: encoding, depth: depth)
  }

  private func integer(_ value: some FixedWidthInteger, _ key: Key) throws {
    try begin(key)
    try encoding.write(value)
  }

  @inline(__always)
  private func begin(_ key: Key) throws {
    try encoding.goOn(at: depth)
    encoding.writer.key(key.stringValue)
  }
}
