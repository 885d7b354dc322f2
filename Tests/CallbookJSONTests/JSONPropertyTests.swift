import CallbookFuzzing
import CallbookJSON
import CallbookModel
import CallbookTesting
import Testing

struct JSONPropertyTests {
  static let seeds: Range<UInt64> = 1_000..<1_400

  static func text(of value: JSONValue) throws(CallbookError) -> [UInt8] {
    var writer = JSONWriter()
    try value.write(to: &writer)
    return writer.bytes
  }

  @Test func `what was written is read back equal`() throws {
    let tape = JSONTape()
    for seed in Self.seeds {
      var random = SplitMix64(seed: seed)
      let value = JSONValue.random(using: &random)
      let text = try Self.text(of: value)
      #expect(JSONValue(try tape.parse(text)) == value, "seed \(seed)")
    }
  }

  @Test func `a wrong byte is read or refused at an offset within the text`() throws {
    let tape = JSONTape()
    var refused = 0
    for seed in Self.seeds {
      var random = SplitMix64(seed: seed)
      let text = try Self.text(of: .random(using: &random))
      for _ in 0..<40 {
        let mutant = Self.mutated(text, using: &random)
        do throws(CallbookError) {
          _ = JSONValue(try tape.parse(mutant))
        } catch {
          refused += 1
          guard case .number(let offset)? = error.details["offset"] else {
            Issue.record("no offset, seed \(seed)")
            continue
          }
          #expect((0...mutant.count).contains(offset), "seed \(seed)")
        }
      }
    }
    #expect(refused > 1_000)
  }

  @Test func `a text that is cut off anywhere is refused`() throws {
    let tape = JSONTape()
    for seed in Self.seeds.prefix(60) {
      var random = SplitMix64(seed: seed)
      let text = try Self.text(of: .array([.random(using: &random)]))
      for end in text.indices {
        #expect(throws: CallbookError.self, "seed \(seed), \(end)") { try tape.parse(text[..<end]) }
      }
    }
  }

  @Test func `white space between tokens changes nothing`() throws {
    let tape = JSONTape()
    for seed in Self.seeds.prefix(100) {
      var random = SplitMix64(seed: seed)
      let value = JSONValue.random(using: &random)
      var spaced: [UInt8] = [0x20]
      var isInString = false
      var isEscape = false
      for byte in try Self.text(of: value) {
        spaced.append(byte)
        if isEscape {
          isEscape = false
        } else if byte == 0x5C {
          isEscape = true
        } else if byte == 0x22 {
          isInString.toggle()
        }
        if !isInString, "{}[],:\"".utf8.contains(byte) {
          spaced.append([0x20, 0x09, 0x0A, 0x0D][random.below(4)])
        }
      }
      #expect(JSONValue(try tape.parse(spaced)) == value, "seed \(seed)")
    }
  }

  private static func mutated(_ text: [UInt8], using random: inout SplitMix64) -> [UInt8] {
    let telling = Array("{}[]\",:\\u09-.eE tfn".utf8) + [0x00, 0x1F, 0x80, 0xC3, 0xED, 0xFF]
    let byte =
      random.below(3) == 0
      ? UInt8(truncatingIfNeeded: random.next()) : telling[random.below(telling.count)]
    var text = text
    let place = random.below(text.count)
    switch random.below(3) {
    case 0: text[place] = byte
    case 1: text.insert(byte, at: place)
    default: text.remove(at: place)
    }
    return text
  }
}
