import CPhoneNumber
import CallbookModel
import CallbookPhone
import CallbookTesting
import Testing

/// The fast path against libphonenumber itself, over spellings that a generator makes up.
@Suite struct MainlandMobileComparisonTests {
  private static let seed: UInt64 = 0x2806

  @Test func `where the fast path answers, libphonenumber says the same`() {
    var random = SplitMix64(seed: Self.seed)
    var answered = 0
    for round in 0..<20_000 {
      let typed = Self.spelling(&random)
      guard let mobile = MainlandMobile.read(typed, region: "CN") else { continue }
      answered += 1
      let expected = Self.libraryE164(typed)
      #expect(mobile.e164 == expected, "seed \(Self.seed), round \(round): \(typed)")
    }
    #expect(answered > 5_000, "the fast path answered only \(answered) of 20,000")
  }

  @Test func `a usual spelling is answered without libphonenumber`() {
    var random = SplitMix64(seed: Self.seed)
    for _ in 0..<2_000 {
      let digits = Self.mobile(&random)
      let groups = [digits.prefix(3), digits.dropFirst(3).prefix(4), digits.suffix(4)]
      for separator in ["", " ", "-"] {
        for prefix in ["", "+86", "+86 ", "0086", "0086-", "86", "86 "] {
          let typed = prefix + groups.joined(separator: separator)
          let number = MainlandMobile.read(typed, region: "CN")
          #expect(number?.e164 == "+86" + digits, "seed \(Self.seed): \(typed)")
        }
      }
    }
  }

  @Test func `the parser and the fast path agree on every range`() {
    let parser = LibPhoneNumberParser()
    for range in 100...199 {
      let typed = "\(range)00002806"
      let expected = range >= 130 && range != 179 ? "+86" + typed : nil
      #expect(MainlandMobile.read(typed, region: "CN")?.e164 == expected)
      #expect(parser.parse("(\(range))00002806", region: "CN")?.e164 == expected)
    }
  }

  private static func libraryE164(_ typed: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(CALLBOOK_PHONE_CAPACITY))
    let standing = callbook_phone_read(typed, typed.utf8.count, "CN", &buffer, buffer.count)
    guard standing != CALLBOOK_PHONE_NONE else { return nil }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func mobile(_ random: inout SplitMix64) -> String {
    while true {
      let digits = String(Int.random(in: 13_000_000_000..<20_000_000_000, using: &random))
      if !digits.hasPrefix("179") { return digits }
    }
  }

  /// Mostly mobiles, some with a digit too many or too few, with separators anywhere.
  private static func spelling(_ random: inout SplitMix64) -> String {
    let prefixes = ["", "", "+86", "0086", "86", "+", "00", "0", "086", "＋８６", "+1", "87"]
    var text = pick(prefixes, &random)
    let digits = Int.random(in: 0..<10, using: &random) == 0 ? arbitrary(&random) : mobile(&random)
    let isWide = Int.random(in: 0..<4, using: &random) == 0
    let separators = pick([[""], [" "], ["-"], ["　"], ["－"], ["", " ", "-", "  ", "."]], &random)
    for digit in digits.unicodeScalars {
      if Int.random(in: 0..<4, using: &random) == 0 { text += pick(separators, &random) }
      let wide = Unicode.Scalar(digit.value + 0xFEE0) ?? digit
      text.unicodeScalars.append(isWide ? wide : digit)
    }
    return pick(["", "", " "], &random) + text + pick(["", "", " "], &random)
  }

  private static func arbitrary(_ random: inout SplitMix64) -> String {
    String(UInt64.random(in: 0..<10_000_000_000_000, using: &random))
  }

  private static func pick<T>(_ choices: [T], _ random: inout SplitMix64) -> T {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }
}
