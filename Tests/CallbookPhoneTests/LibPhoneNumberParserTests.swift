import CallbookModel
import CallbookPhone
import Testing

@Suite struct LibPhoneNumberParserTests {
  private let parser = LibPhoneNumberParser()

  @Test(arguments: [
    "19900002806", "199 0000 2806", "199-0000-2806", "199.0000.2806", "(199)0000-2806",
    "+8619900002806", "+86 199 0000 2806", "008619900002806", "8619900002806", "019900002806",
    "086-199 0000 2806", "(+86)19900002806", "（+86）199 0000 2806", "+86(0)19900002806",
    "１９９００００２８０６", "＋８６　１９９　００００　２８０６", "１９９－００００－２８０６",
    "199–0000–2806", "199·0000·2806", "199\u{A0}0000\u{A0}2806", "\t199 0000 2806 ",
    "\u{202D}199 0000 2806\u{202C}", "tel:+86-199-0000-2806", "'19900002806", "TEL:19900002806",
  ])
  func `one mobile in any spelling is one number`(typed: String) {
    #expect(parser.parse(typed, region: "CN") == PhoneNumber(e164: "+8619900002806"))
  }

  @Test(arguments: [
    "0571-88000153转809", "057188000153 转 809", "0571-88000153转分机809", "0571-88000153 分机809",
    "0571-88000153分机：809", "（0571）88000153（转809）", "0571 8800 0153 ext 809",
    "0571-88000153 Ext. 809", "0571.88000153x809", "0571/88000153 #809", "0571-88000153,809",
    "0571-88000153，，809", "0571-88000153 內線 809", "+86 571 88000153;ext=809",
    "0571-88000153-809", "（０５７１）８８０００１５３－８０９", "+86-(0)571-88000153 extension 809",
  ])
  func `a landline keeps its extension apart`(typed: String) {
    let expected = PhoneNumber(e164: "+8657188000153", extensionDigits: "809")
    #expect(parser.parse(typed, region: "CN") == expected)
  }

  @Test(arguments: [
    ("010 8888 8888 ext 12", "+861088888888", "12"), ("010-88888888", "+861088888888", nil),
    ("19900002806#12", "+8619900002806", "12"), ("400-800-8820", "+864008008820", nil),
    ("400 800 8820 转 1", "+864008008820", "1"), ("800-810-8888", "+868008108888", nil),
    ("12593-19900002806", "+8619900002806", nil),
  ])
  func `landlines, service lines and carrier prefixes are read`(
    typed: String, e164: String, extensionDigits: String?
  ) {
    let expected = PhoneNumber(e164: e164, extensionDigits: extensionDigits)
    #expect(parser.parse(typed, region: "CN") == expected)
  }

  @Test(arguments: ["95588", "10086", "12315", "110", "955 88", "96110", "114", "951234"])
  func `short service numbers are kept under the country code`(typed: String) throws {
    let number = try #require(parser.parse(typed, region: "CN"))
    #expect(number.e164 == "+86" + typed.filter { $0 != " " })
    #expect(parser.parse(number.e164, region: "CN") == number)
    #expect(parser.parse(number.e164, region: "DE") == number)
    #expect(parser.parse(typed, region: "DE") != number)
  }

  @Test(arguments: [
    ("+1 650 253 0000", "CN", "+16502530000"), ("001 650 253 0000", "CN", "+16502530000"),
    ("+44 (0)20 7946 0958", "CN", "+442079460958"), ("+852 2345 6789", "CN", "+85223456789"),
    ("2345 6789", "HK", "+85223456789"), ("+86 199 0000 2806", "US", "+8619900002806"),
    ("+81 3-1234-5678", "CN", "+81312345678"), ("+886 2 2345 6789", "CN", "+886223456789"),
  ])
  func `other countries are read by their prefix or by the region`(
    typed: String, region: String, e164: String
  ) {
    #expect(parser.parse(typed, region: region) == PhoneNumber(e164: e164))
  }

  @Test(arguments: [
    "", " ", "+", "1", "1.38E+10", "1.99E+10", "１．３８Ｅ＋１０", "19900002806.0", "5718800015.0",
    "1990000280", "199000028061", "12900002806", "10000000000", "17900002806", "88000153", "123456",
    "199O0002806", "19900002806E", "ABC19900002806", "1-800-FLOWERS", "李娜", "199 0000 2806 (wife)",
    "19900002806/19900012807", "19900002806、19900012807", "19900002806,19900012807",
    "19900002806-1", "199,0000,2806", "199_0000_2806", "=19900002806", "*19900002806",
    "++8619900002806", "+86+8619900002806", "95588转1", "0571-88000153转", "0571-88000153转ab",
    "0571-88000153转123456789", "转809", "0571-88000153转809转1", "一九九〇〇〇〇二八〇六",
    "199\u{0}00002806", String(repeating: "1", count: 10_000),
  ])
  func `what is no number stays no number`(typed: String) {
    #expect(parser.parse(typed, region: "CN") == nil)
  }

  @Test func `an unknown region still knows international numbers`() {
    #expect(parser.parse("+1 650 253 0000", region: "ZZ") == PhoneNumber(e164: "+16502530000"))
    #expect(parser.parse("650 253 0000", region: "ZZ") == nil)
    #expect(parser.parse("650 253 0000", region: "") == nil)
  }

  @Test func `many threads read at once`() async {
    let expected = PhoneNumber(e164: "+8657188000153")
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          (0..<200).allSatisfy { _ in parser.parse("0571-88000153", region: "CN") == expected }
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}
