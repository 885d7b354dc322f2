import CallbookModel
import Testing

@Suite struct MainlandMobileTests {
  @Test(arguments: [
    "19900002806", "199 0000 2806", "199-0000-2806", "+86 199 0000 2806", "0086 199-0000-2806",
    "8619900002806", "１９９００００２８０６", "＋８６　１９９　００００　２８０６", " 19900002806 ",
    "+86-199-0000-2806", "199  0000  2806", "１９９－００００－２８０６",
  ])
  func `usual spellings are read`(typed: String) {
    let expected = PhoneNumber(e164: "+8619900002806")
    #expect(MainlandMobile.read(typed, region: "CN") == expected)
  }

  @Test(arguments: [
    "", " ", "+", "-", "1990000280", "199000028061", "12900002806", "20000002806", "17900002806",
    "-19900002806", "19900002806-", "+ 8619900002806", "++8619900002806", "+19900002806",
    "8719900002806", "87 199 0000 2806", "008719900002806", "0019900002806", "019900002806",
    "199--0000-2806", "199- 0000-2806", "(199)00002806", "199.0000.2806", "19900002806x1",
    "19900002806\u{FF}", "1990000280\u{FF1A}", "95588", "0571-88000153", "99999999999999999999",
  ])
  func `whatever is not sure is left to the full parser`(typed: String) {
    #expect(MainlandMobile.read(typed, region: "CN") == nil)
  }

  @Test func `without a plus sign the region decides`() {
    #expect(MainlandMobile.read("19900002806", region: "US") == nil)
    #expect(MainlandMobile.read("8619900002806", region: "US") == nil)
    #expect(MainlandMobile.read("008619900002806", region: "US") == nil)
    #expect(MainlandMobile.read("+8619900002806", region: "US")?.e164 == "+8619900002806")
  }
}
