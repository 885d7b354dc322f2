import Testing

@testable import CallbookModel

@Suite struct CellWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("王小明", 6), ("ＡＢ", 4), ("ｶﾅ", 2), ("é", 1), ("e\u{301}", 1), ("محمد", 4),
    ("مُحَمَّد", 4), ("דָּוִד", 3), ("😀", 2), ("👩‍👩‍👧", 2), ("👍🏽", 2), ("🇨🇳", 2), ("❤️", 2), ("☎", 1),
    ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("…", 1), ("（）", 4), ("a\u{200B}b", 2), ("𠮷", 2),
    ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("👩\u{200D}🚀x", 3), ("é王", 3),
  ])
  func `cells of text`(text: String, cells: Int) {
    #expect(CellWidth.cells(of: text) == cells)
  }

  @Test(arguments: [
    ("王小明", 6, "王小明"), ("王小明", 5, "王小…"), ("王小明", 4, "王…"), ("王小明", 2, "…"), ("王小明", 1, "…"),
    ("王小明", 0, ""), ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("a👩‍👩‍👧b", 3, "a…"), ("", 0, ""),
  ])
  func `truncation keeps characters whole`(text: String, cells: Int, cut: String) {
    #expect(CellWidth.truncated(text, toCells: cells) == cut)
  }

  @Test func `truncated text never exceeds its columns`() {
    let text = "a王e\u{301}👩‍👩‍👧bمُ🇨🇳明"
    for limit in 0...20 {
      let cut = CellWidth.truncated(text, toCells: limit)
      #expect(CellWidth.cells(of: cut) <= limit)
    }
  }

  @Test func `padding fills up and never cuts`() {
    #expect(CellWidth.padded("王", toCells: 5) == "王   ")
    #expect(CellWidth.padded("王小明", toCells: 2) == "王小明")
  }
}
