import Testing

@testable import CallbookModel

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("\u{1B}[31mred", "␛[31mred"), ("a\nb\tc\0", "a␊b␉c␀"), ("\u{7F}", "␡"),
    ("\u{9B}2J", #"\u{9B}2J"#),
    ("abc\u{202E}fed", #"abc\u{202E}fed"#), ("\u{2066}x\u{2069}", #"\u{2066}x\u{2069}"#),
    ("pay\u{200B}pal", #"pay\u{200B}pal"#), ("\u{FEFF}a", #"\u{FEFF}a"#),
    ("王\u{200D}明", #"王\u{200D}明"#),
    ("a\u{E0041}b", #"a\u{E0041}b"#), ("\u{200E}", #"\u{200E}"#), ("\u{3164}", #"\u{3164}"#),
    ("a\r\nb", "a␍␊b"),
  ])
  func `what moves the cursor or hides is shown`(text: String, shown: String) {
    #expect(VisibleText.visible(text) == shown)
  }

  @Test(arguments: [
    "王小明", "José", "👩‍👩‍👧", "👩🏽‍🚀", "❤️‍🔥", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "می\u{200C}خواهم", "क्\u{200D}ष", "محمد", "plain",
  ])
  func `what scripts and emoji need stays`(text: String) {
    #expect(Array(VisibleText.visible(text).utf8) == Array(text.utf8))
  }

  @Test func `nothing that controls a terminal is left`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = VisibleText.visible("a\(scalar)b")
      let isLeft = shown.unicodeScalars.contains {
        $0.properties.generalCategory == .control || 0x202A...0x202E ~= $0.value
          || 0x2066...0x2069 ~= $0.value
      }
      if isLeft { Issue.record("U+\(String(value, radix: 16)) is left") }
    }
  }
}
