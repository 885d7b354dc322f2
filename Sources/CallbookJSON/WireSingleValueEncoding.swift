/// One value that is being written, as a single value container.
struct WireSingleValueEncoding: SingleValueEncodingContainer {
  let encoding: WireEncoding
  let depth: Int

  var codingPath: [any CodingKey] { [] }

  func encodeNil() { encoding.writer.null() }

  func encode<T: Encodable>(_ value: T) throws { try encoding.encode(value, depth: depth) }

  func encode(_ value: Bool) { encoding.writer.value(value) }
  func encode(_ value: String) { encoding.writer.value(value) }
  func encode(_ value: Double) throws { try encoding.writer.value(value) }
  func encode(_ value: Float) throws { try encoding.writer.value(Double(value)) }
  func encode(_ value: Int) throws { try encoding.write(value) }
  func encode(_ value: Int8) throws { try encoding.write(value) }
  func encode(_ value: Int16) throws { try encoding.write(value) }
  func encode(_ value: Int32) throws { try encoding.write(value) }
  func encode(_ value: Int64) throws { try encoding.write(value) }
  func encode(_ value: UInt) throws { try encoding.write(value) }
  func encode(_ value: UInt8) throws { try encoding.write(value) }
  func encode(_ value: UInt16) throws { try encoding.write(value) }
  func encode(_ value: UInt32) throws { try encoding.write(value) }
  func encode(_ value: UInt64) throws { try encoding.write(value) }
}
