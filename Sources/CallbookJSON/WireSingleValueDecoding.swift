/// One value as a single value container.
struct WireSingleValueDecoding: SingleValueDecodingContainer {
  let node: JSONNode
  let decoding: WireDecoding

  var codingPath: [any CodingKey] { decoding.codingPath(of: node) }

  func decodeNil() -> Bool { node.isNull }

  func decode<T: Decodable>(_ type: T.Type) throws -> T { try decoding.decode(type, at: node) }

  func decode(_ type: Bool.Type) throws -> Bool { try decoding.boolean(at: node) }
  func decode(_ type: String.Type) throws -> String { try decoding.string(at: node) }
  func decode(_ type: Double.Type) throws -> Double { try decoding.double(at: node) }
  func decode(_ type: Float.Type) throws -> Float { Float(try decoding.double(at: node)) }
  func decode(_ type: Int.Type) throws -> Int { try decoding.integer(at: node) }
  func decode(_ type: Int8.Type) throws -> Int8 { try decoding.integer(at: node) }
  func decode(_ type: Int16.Type) throws -> Int16 { try decoding.integer(at: node) }
  func decode(_ type: Int32.Type) throws -> Int32 { try decoding.integer(at: node) }
  func decode(_ type: Int64.Type) throws -> Int64 { try decoding.integer(at: node) }
  func decode(_ type: UInt.Type) throws -> UInt { try decoding.integer(at: node) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try decoding.integer(at: node) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try decoding.integer(at: node) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try decoding.integer(at: node) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try decoding.integer(at: node) }
}
