import Testing

@testable import CallbookModel

@Suite struct TextFoldingTests {
  @Test(arguments: [
    ("José", "jose"), ("JOSE\u{301}", "jose"), ("Müller", "muller"), ("ＡＢＣ１２３", "abc123"),
    ("Nguyễn Đức", "nguyen duc"), ("Łódź", "lodz"), ("STRASSE", "strasse"), ("Straße", "strasse"),
    ("Ærø", "aero"), ("İstanbul", "istanbul"), ("Σίσυφος", "σισυφοσ"), ("Ёлка", "елка"),
    ("  王　小明\t", "王 小明"), ("（总部）【一】", "(总部)[一]"), ("好，是。", "好,是."),
    ("A\u{200B}B", "ab"), ("\u{202E}abc", "abc"), ("a\u{A0}\n b", "a b"), ("", ""), ("　", ""),
  ])
  func `case, width, accents, spaces and punctuation fold`(text: String, folded: String) {
    #expect(TextFolding.fold(text) == folded)
  }

  @Test(arguments: ["محمد", "דוד", "👩‍👩‍👧", "繁體中文", "ｶﾀｶﾅ", "नमस्ते", "한국"])
  func `other scripts pass unharmed`(text: String) {
    #expect(Array(TextFolding.fold(text).utf8) == Array(text.utf8))
  }

  @Test(arguments: [
    ("１９９０００００００１", "19900000001"), ("＋８６（０２１）", "+86(021)"),
    ("Ａｎｎａ＠Example。com", "Anna@Example.com"), ("é　É", "é É"),
  ])
  func `half width keeps case and accents`(text: String, narrow: String) {
    #expect(TextFolding.halfWidth(text) == narrow)
  }

  @Test func `folding twice is folding once`() {
    for value in UInt32(0)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = TextFolding.fold("a\(scalar)b")
      if TextFolding.fold(once) != once {
        Issue.record("U+\(String(value, radix: 16)) folds to \(once), then otherwise")
      }
    }
  }
}
