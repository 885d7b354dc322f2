import CallbookFuzzing
import CallbookJSON
import CallbookTesting
import Foundation
import Testing

/// Whatever the strict reader accepts of mutated texts, JSONSerialization accepts, as the same value.
///
/// Exceptions: an object with names that differ only by Unicode normalisation, because to Swift's
/// dictionaries those are one name and Foundation drops a member; and the last bit of a fraction,
/// which JSONSerialization rounds by way of a decimal (JSONDecoder does not, and is held to the bit).
struct ForeignJSONTests {
  @Test(arguments: UInt64(1)...10)
  func `what is accepted is read alike`(seed: UInt64) throws {
    let corpus = try Corpus.inputs(of: "json").map(\.bytes)
    var mutator = Mutator(corpus: corpus, seed: 40 + seed)
    let tape = JSONTape()
    var accepted = 0
    for input in corpus + (0..<400).map({ _ in mutator.next() }) {
      // Refused texts are the strict reader's own business.
      guard let node = try? tape.parse(input) else { continue }
      let value = JSONValue(node)
      guard !Self.hasNamesAlike(value) else { continue }
      accepted += 1
      let text = String(decoding: input, as: UTF8.self)
      let foreign = try JSONSerialization.jsonObject(
        with: Foundation.Data(input), options: .fragmentsAllowed)
      #expect(Self.isEqual(value, foreign), "seed \(seed): \(text)")
    }
    #expect(accepted > 15, "mutations hit nothing: \(accepted)")
  }

  private static func isEqual(_ value: JSONValue, _ foreign: Any?) -> Bool {
    switch value {
    case .null: foreign is NSNull
    case .boolean(let flag): (foreign as? NSNumber)?.boolValue == flag
    case .integer(let number): (foreign as? NSNumber)?.int64Value == number
    case .number(let number):
      ((foreign as? NSNumber)?.doubleValue).map { abs($0 - number) <= number.ulp } == true
    case .string(let bytes): (foreign as? String)?.utf8.elementsEqual(bytes) == true
    case .array(let elements):
      (foreign as? [Any]).map { others in
        others.count == elements.count && zip(elements, others).allSatisfy { isEqual($0, $1) }
      } == true
    case .object(let members):
      (foreign as? [String: Any]).map { others in
        others.count == members.count
          && members.allSatisfy { member in
            let name = String(decoding: member.name, as: UTF8.self)
            let key = others.keys.first { $0.utf8.elementsEqual(member.name) }
            return key != nil && isEqual(member.value, others[name])
          }
      } == true
    }
  }

  private static func hasNamesAlike(_ value: JSONValue) -> Bool {
    switch value {
    case .object(let members):
      Set(members.map { String(decoding: $0.name, as: UTF8.self) }).count < members.count
        || members.contains { hasNamesAlike($0.value) }
    case .array(let elements): elements.contains(where: hasNamesAlike)
    case .null, .boolean, .integer, .number, .string: false
    }
  }
}
