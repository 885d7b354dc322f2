/// An array that is being written, as an unkeyed container.
struct WireUnkeyedEncoding: UnkeyedEncodingContainer {
  let encoding: WireEncoding
  /// How many containers are open inside the array.
  let depth: Int
  private(set) var count = 0

  init(encoding: WireEncoding, depth: Int) {
    self.encoding = encoding
    self.depth = depth
  }

  var codingPath: [any CodingKey] { [] }

  mutating func encodeNil() throws {
    try begin()
    encoding.writer.null()
  }

  mutating func encode<T: Encodable>(_ value: T) throws {
    try begin()
    try encoding.encode(value, depth: depth)
  }

  mutating func encode(_ value: Bool) throws {
    try begin()
    encoding.writer.value(value)
  }

  mutating func encode(_ value: String) throws {
    try begin()
    encoding.writer.value(value)
  }

  mutating func encode(_ value: Double) throws {
    try begin()
    try encoding.writer.value(value)
  }

  mutating func encode(_ value: Float) throws { try encode(Double(value)) }
  mutating func encode(_ value: Int) throws { try integer(value) }
  mutating func encode(_ value: Int8) throws { try integer(value) }
  mutating func encode(_ value: Int16) throws { try integer(value) }
  mutating func encode(_ value: Int32) throws { try integer(value) }
  mutating func encode(_ value: Int64) throws { try integer(value) }
  mutating func encode(_ value: UInt) throws { try integer(value) }
  mutating func encode(_ value: UInt8) throws { try integer(value) }
  mutating func encode(_ value: UInt16) throws { try integer(value) }
  mutating func encode(_ value: UInt32) throws { try integer(value) }
  mutating func encode(_ value: UInt64) throws { try integer(value) }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    nested().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    nested().unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { nested() }

  private mutating func nested() -> WireEncoder {
    count += 1
    encoding.beginNested(depth: depth)
    return WireEncoder(encoding: encoding, depth: depth)
  }

  private mutating func integer(_ value: some FixedWidthInteger) throws {
    try begin()
    try encoding.write(value)
  }

  private mutating func begin() throws {
    try encoding.goOn(at: depth)
    count += 1
  }
}
