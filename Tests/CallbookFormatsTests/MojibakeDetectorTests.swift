import CallbookModel
import CallbookTesting
import Testing

@testable import CallbookFormats

@Suite struct MojibakeDetectorTests {
  private func detector() throws -> MojibakeDetector {
    try MojibakeDetector()
  }

  @Test(arguments: [
    "ÍõÐ¡Ã÷", "鐜嬪皬鏄\u{FFFD}", "鐜嬪皬鏄?", "çŽ‹å°\u{8F}æ˜Ž", "JosÃ© GarcÃ\u{AD}a",
    "锟斤拷锟斤拷", "???", "王\u{FFFD}", "鑺卞簵", "鐜?",
  ])
  func `text that was read wrongly is found`(text: String) throws {
    #expect(try detector().isMojibake(text))
  }

  @Test(arguments: [
    "王小明", "José García", "Łukasz Nowak", "Zoë Müller", "créée", "Åsa Öberg", "São Tomé",
    "幸福里便利店", "浣熊", "", "?", "什么？？？", "联通", "19900001234", "Ελένη", "Дмитрий", "山田太郎",
    "👍🏽", "涓涓细流", "妗子", "é", "Ýíþ",
  ])
  func `honest text passes`(text: String) throws {
    #expect(try detector().isMojibake(text) == false)
  }

  @Test func `Chinese names of two and three characters pass`() throws {
    let detector = try detector()
    let families = ["王", "李", "涓", "骆", "娄", "郑", "钱", "缪", "欧阳", "镇"]
    for family in families {
      for value in stride(from: UInt32(0x4E00), to: 0x9FA5, by: 7) {
        let given = String(Unicode.Scalar(value).map(Character.init) ?? "明")
        #expect(!detector.isMojibake(family + given))
        #expect(!detector.isMojibake(given + family + "店"))
      }
    }
  }

  /// What accident makes of any Chinese name of three characters, once there and back.
  @Test func `every name of three common characters is found after each accident`() throws {
    let detector = try detector()
    var random = SplitMix64(seed: 20)
    let decode = try Transcoder(from: .gb18030)
    for _ in 0..<2_000 {
      let name = (0..<3).map { _ in
        // The level 1 characters of GB2312, which are the common ones.
        let bytes: [UInt8] = [
          .random(in: 0xB0...0xD6, using: &random), .random(in: 0xA1...0xFE, using: &random),
        ]
        return String(decoding: decode.convert(bytes[...], isLast: true), as: UTF8.self)
      }.joined()
      let gbk = try Reading.encoded(name, as: .gb18030)
      let asLatin = String(String.UnicodeScalarView(gbk.map { Unicode.Scalar($0) }))
      let asGBK = String(
        decoding: decode.convert(Array(name.utf8)[...], isLast: true), as: UTF8.self)
      let utf8AsLatin = String(String.UnicodeScalarView(name.utf8.map { Unicode.Scalar($0) }))
      #expect(!detector.isMojibake(name))
      #expect(detector.isMojibake(asLatin), "\(name) as \(asLatin)")
      #expect(detector.isMojibake(asGBK), "\(name) as \(asGBK)")
      #expect(detector.isMojibake(utf8AsLatin), "\(name) as \(utf8AsLatin)")
    }
  }
}
