import CallbookModel
import Testing

@Suite struct PhoneDigitsTests {
  @Test(arguments: [
    ("2806", "2806"), ("２８０６", "2806"), ("6", "6"), (" 28 06 ", "2806"), ("0000-2806", "00002806"),
    ("+86 199 0000 2806", "8619900002806"), ("（0571）88000153", "057188000153"),
    ("尾号2806", "2806"), (" 尾号 ２８０６", "2806"), ("0153", "0153"), ("199.0000", "1990000"),
  ])
  func `digits are found in what was typed`(query: String, digits: String) {
    #expect(PhoneDigits(query)?.digits == digits)
  }

  @Test(arguments: [
    "", " ", "+", "-", "尾号", "小明", "2806a", "wx2806", "a7", "1-2", "28/06", "1 2 3",
    "1234567890123456", "٢٨٠٦",
  ])
  func `other queries are none for digits`(query: String) {
    #expect(PhoneDigits(query) == nil)
  }

  @Test func `the end of a number is the beginning of its reversed digits`() throws {
    let number = PhoneNumber(e164: "+8619900002806")
    let tail = try #require(PhoneDigits("2806"))
    #expect(number.reversedDigits.hasPrefix(tail.reversed))
  }
}
