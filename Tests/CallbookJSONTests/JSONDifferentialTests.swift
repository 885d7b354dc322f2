import CallbookFuzzing
import CallbookJSON
import CallbookModel
import CallbookTesting
import Foundation
import Testing

/// What both must accept, Foundation reads as the same values.
struct JSONDifferentialTests {
  /// A value as JSONDecoder sees it, whose text is ours to compare.
  indirect enum Foreign: Decodable {
    case null, boolean(Bool), number(Double), string(String), array([Foreign])
    case object([String: Foreign])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .null
      } else if let value = try? container.decode(Bool.self) {
        self = .boolean(value)
      } else if let value = try? container.decode(Double.self) {
        self = .number(value)
      } else if let value = try? container.decode(String.self) {
        self = .string(value)
      } else if let value = try? container.decode([Foreign].self) {
        self = .array(value)
      } else {
        self = .object(try container.decode([String: Foreign].self))
      }
    }

    func equals(_ node: JSONNode) -> Bool {
      switch self {
      case .null: node.isNull
      case .boolean(let value): node.boolean == value
      case .number(let value): node.double == value
      case .string(let value): node.stringEquals(value)
      case .array(let values):
        node.kind == .array && node.count == values.count
          && zip(values, node.elements).allSatisfy { $0.equals($1) }
      case .object(let values):
        node.kind == .object && node.count == values.count
          && values.allSatisfy { name, value in node[name].map(value.equals) ?? false }
      }
    }
  }

  @Test func `random values are read alike`() throws {
    let tape = JSONTape()
    for seed: UInt64 in 2_000..<2_150 {
      var random = SplitMix64(seed: seed)
      let text = try JSONPropertyTests.text(of: .random(using: &random))
      let foreign = try JSONDecoder().decode(Foreign.self, from: Foundation.Data(text))
      #expect(foreign.equals(try tape.parse(text)), "seed \(seed)")
    }
  }

  @Test func `every way to write a string is read alike`() throws {
    let tape = JSONTape()
    for seed: UInt64 in 2_500..<2_900 {
      var random = SplitMix64(seed: seed)
      let string = JSONValue.randomString(using: &random)
      let text = "[\"\(Self.escapedAtRandom(string, using: &random))\"]"
      let foreign = try JSONDecoder().decode([String].self, from: Foundation.Data(text.utf8))
      let node = try tape.parse(text.utf8).elements.map(\.string)
      #expect(foreign == [string] && node == [string], "seed \(seed)")
      #expect(node.first??.utf8.elementsEqual(string.utf8) == true, "seed \(seed)")
    }
  }

  /// What must be escaped is, and any other character now and then, in either case of letters.
  private static func escapedAtRandom(
    _ string: String, using random: inout SplitMix64
  ) -> String {
    string.unicodeScalars.map { scalar in
      let mustBe = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
      if scalar == "/", random.below(2) == 0 { return "\\/" }
      guard mustBe || random.below(3) == 0 else { return String(scalar) }
      return UTF16.encode(scalar).map { units in
        units.map { unit in
          let digits = String(unit, radix: 16, uppercase: random.below(2) == 0)
          return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
      } ?? ""
    }.joined()
  }

  @Test func `what we accept of mutated texts, Foundation accepts`() throws {
    let tape = JSONTape()
    var accepted = 0
    for seed: UInt64 in 3_000..<3_100 {
      var random = SplitMix64(seed: seed)
      let text = try JSONPropertyTests.text(of: .random(using: &random))
      for _ in 0..<20 {
        var mutant = text
        mutant[random.below(mutant.count)] = UInt8(truncatingIfNeeded: random.next() & 0x7F)
        guard let node = try? tape.parse(mutant) else { continue }
        accepted += 1
        let foreign = try JSONDecoder().decode(Foreign.self, from: Foundation.Data(mutant))
        #expect(foreign.equals(node), "seed \(seed)")
      }
    }
    #expect(accepted > 100)
  }

  @Test func `Foundation writes nothing that we refuse`() throws {
    let object: [String: Any] = [
      "名": "小明 \"quoted\" / \\ \u{1} 😀", "n": 12.5, "i": -3, "t": true, "nothing": NSNull(),
      "list": [1, "two", [3]] as [Any],
    ]
    for options: JSONSerialization.WritingOptions in [[], .prettyPrinted, .sortedKeys] {
      let text = try JSONSerialization.data(withJSONObject: object, options: options)
      let node = try JSONTape().parse(text)
      #expect(node["名"]?.string == "小明 \"quoted\" / \\ \u{1} 😀")
      #expect(node["n"]?.double == 12.5)
      #expect(node["i"]?.integer == -3)
      #expect(node["list"]?.count == 3)
    }
  }

  @Test func `numbers have the value that Foundation gives them`() throws {
    let tape = JSONTape()
    for seed: UInt64 in 4_000..<6_000 {
      var random = SplitMix64(seed: seed)
      let digits = String(random.next() >> UInt64(12 + random.below(50)))
      let fraction = String(random.next() >> UInt64(random.below(64)))
      let text = "\(digits.prefix(9)).\(fraction)e\(random.below(40) - 34)"
      let expected = try JSONDecoder().decode(Double.self, from: Foundation.Data(text.utf8))
      #expect(try tape.parse(text.utf8).double == expected, "seed \(seed): \(text)")
    }
  }
}
