import CallbookJSON
import CallbookModel
import CallbookTesting

/// A JSON value for comparing: members keep their order, strings compare by their bytes.
indirect enum JSONValue: Equatable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case number(Double)
  case string([UInt8])
  case array([JSONValue])
  case object([Member])

  struct Member: Equatable, Sendable {
    let name: [UInt8]
    let value: JSONValue
  }

  init(_ node: JSONNode) {
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

  func write(to writer: inout JSONWriter) throws(CallbookError) {
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

  /// A value that the reader must accept: names differ within an object.
  static func random(using random: inout SplitMix64, depth: Int = 4) -> JSONValue {
    switch random.below(depth > 0 ? 8 : 6) {
    case 0: return .null
    case 1: return .boolean(random.below(2) == 0)
    case 2: return .integer(randomInteger(using: &random))
    case 3: return .number(randomFraction(using: &random))
    case 4, 5: return .string(Array(randomString(using: &random).utf8))
    case 6:
      return .array((0..<random.below(6)).map { _ in .random(using: &random, depth: depth - 1) })
    default:
      // Now and then so many members that their names are hashed.
      let count = random.below(10) == 0 ? 40 : random.below(6)
      return .object(
        (0..<count).map { index in
          let name = "\(index)." + randomString(using: &random)
          return Member(
            name: Array(name.utf8), value: .random(using: &random, depth: depth - 1))
        })
    }
  }

  private static func randomInteger(using random: inout SplitMix64) -> Int64 {
    let magnitude = Int64(random.next() >> (11 + UInt64(random.below(53))))
    return random.below(2) == 0 ? magnitude : -magnitude
  }

  private static func randomFraction(using random: inout SplitMix64) -> Double {
    let value = Double(randomInteger(using: &random)) / Double(1 << random.below(60))
    return value == value.rounded() ? 0.5 : value
  }

  static func randomString(using random: inout SplitMix64) -> String {
    let alphabet: [Unicode.Scalar] = [
      "a", "Z", "0", " ", "\"", "\\", "/", "\n", "\t", "\u{0}", "\u{1F}", "\u{7F}", "é", "\u{301}",
      "小", "明", "\u{2028}", "\u{FEFF}", "\u{FFFF}", "😀", "\u{10FFFF}",
    ]
    var string = ""
    for _ in 0..<random.below(24) {
      string.unicodeScalars.append(alphabet[random.below(alphabet.count)])
    }
    return string
  }
}
