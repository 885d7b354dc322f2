import CallbookFuzzing
import CallbookTesting

extension JSONValue {
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
