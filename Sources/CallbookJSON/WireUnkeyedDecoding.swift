/// The elements of an array as an unkeyed container.
struct WireUnkeyedDecoding: UnkeyedDecodingContainer {
  let node: JSONNode
  let decoding: WireDecoding
  let count: Int?
  private(set) var currentIndex = 0
  private var rest: JSONNode.Elements

  init(node: JSONNode, decoding: WireDecoding) {
    self.node = node
    self.decoding = decoding
    count = node.count
    rest = node.elements
  }

  var codingPath: [any CodingKey] { decoding.codingPath(of: node) }

  var isAtEnd: Bool { rest.isAtEnd }

  mutating func decodeNil() throws -> Bool {
    // A value that is not null stays the next.
    var ahead = rest
    guard ahead.next()?.isNull == true else { return false }
    _ = try advance()
    return true
  }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    let element = try advance()
    do {
      return try decoding.decode(type, at: element)
    } catch {
      do {
        return try decoding.standIn(for: type, after: error)
      } catch {
        try decoding.collect(type, in: rest, after: error)
      }
    }
  }

  mutating func decode(_ type: Bool.Type) throws -> Bool {
    try value { try $0.boolean(at: $1) }
  }

  mutating func decode(_ type: String.Type) throws -> String {
    try value { try $0.string(at: $1) }
  }

  mutating func decode(_ type: Double.Type) throws -> Double {
    try value { try $0.double(at: $1) }
  }

  mutating func decode(_ type: Float.Type) throws -> Float {
    try value { Float(try $0.double(at: $1)) }
  }

  mutating func decode(_ type: Int.Type) throws -> Int { try integer() }
  mutating func decode(_ type: Int8.Type) throws -> Int8 { try integer() }
  mutating func decode(_ type: Int16.Type) throws -> Int16 { try integer() }
  mutating func decode(_ type: Int32.Type) throws -> Int32 { try integer() }
  mutating func decode(_ type: Int64.Type) throws -> Int64 { try integer() }
  mutating func decode(_ type: UInt.Type) throws -> UInt { try integer() }
  mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try integer() }
  mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try integer() }
  mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try integer() }
  mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try integer() }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try superDecoder().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try superDecoder().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder {
    WireDecoder(node: try advance(), decoding: decoding)
  }

  private mutating func integer<T: FixedWidthInteger>() throws -> T {
    try value { try $0.integer(at: $1) }
  }

  private mutating func value<T>(_ read: (WireDecoding, JSONNode) throws -> T) throws -> T {
    let element = try advance()
    do {
      return try read(decoding, element)
    } catch {
      return try decoding.standIn(for: T.self, after: error)
    }
  }

  private mutating func advance() throws -> JSONNode {
    guard let element = rest.next() else {
      throw decoding.violation("must have more elements", at: node)
    }
    currentIndex += 1
    return element
  }
}
