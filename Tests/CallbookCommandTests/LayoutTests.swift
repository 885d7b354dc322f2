import CallbookModel
import Testing

@testable import callbook

/// The same tables at the widths that terminals have, as golden files.
@Suite struct LayoutTests {
  /// Names that tables are known to break on; the numbers are nobody's.
  private static let names = [
    "王小明", "Zoe\u{301} Mu\u{308}ller", "שלום כהן", "محمد علي", "ｶﾞﾗｽ 店", "👨‍👩‍👧 Li", "🇨🇳 中国",
    "สวัสดี", "नमस्ते", "한국 상점", "\u{1B}[31mred\u{1B}[0m", "a\u{202E}gnp.exe", "x\u{7}y\nz",
    "\u{200B}\u{FEFF}hidden", String(repeating: "长名称", count: 12),
  ]

  private var table: Table {
    var table = Table(["id", "name", "organisation", "status", "phone"])
    for (place, name) in Self.names.enumerated() {
      table.add([
        "c\(place + 1)", name, place.isMultiple(of: 2) ? "幸福里便利店" : "", "active",
        "199 0000 00\(place + 10)",
      ])
    }
    return table
  }

  @Test(arguments: [40, 80, 200], Language.allCases)
  func `a table on a terminal is the golden one`(columns: Int, language: Language) throws {
    let lines = table.lines(Layout(columns: columns, isColoured: false), Texts(language))
    for line in lines { #expect(CellWidth.cells(of: line) <= columns, "\(line)") }
    try Golden.check(
      lines.joined(separator: "\n"),
      language == .english ? "table-\(columns).txt" : "zh/table-\(columns).txt")
  }

  @Test func `a table in a pipe is the golden one, without isolates`() throws {
    let lines = table.lines(Layout(columns: nil, isColoured: false), Texts(.english))
    #expect(!lines.joined().unicodeScalars.contains { 0x2066...0x2069 ~= $0.value })
    try Golden.check(lines.joined(separator: "\n"), "table-pipe.txt")
  }

  @Test(arguments: [40, 80]) func `nothing reaches the terminal that steers it`(columns: Int) {
    for line in table.lines(Layout(columns: columns, isColoured: false), Texts(.english)) {
      for scalar in line.unicodeScalars {
        // Isolates are ours, and come in pairs.
        #expect(scalar.value >= 0x20 && !(0x202A...0x202E ~= scalar.value), "\(line)")
        #expect(scalar.value != 0x7F && scalar.value != 0x200B && scalar.value != 0xFEFF)
      }
      let opened = line.unicodeScalars.count { $0.value == 0x2068 }
      #expect(opened == line.unicodeScalars.count { $0.value == 0x2069 })
    }
  }

  @Test func `what is written from right to left is isolated on a terminal`() {
    let layout = Layout(columns: 80, isColoured: false)
    #expect(layout.isolated("שלום") == "\u{2068}שלום\u{2069}")
    #expect(layout.isolated("محمد 7") == "\u{2068}محمد 7\u{2069}")
    #expect(layout.isolated("王小明 Li") == "王小明 Li")
  }

  @Test(arguments: [
    ("a bb ccc", 4, ["a bb", "ccc"]), ("王小明，店主", 6, ["王小", "明，店", "主"]),
    ("（王）小明", 4, ["（王", "）小", "明"]), ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("", 5, [""]), ("用 abc 好", 6, ["用 abc", "好"]),
  ])
  func `text is broken at spaces and between Chinese characters`(
    text: String, columns: Int, lines: [String]
  ) {
    let broken = Wrapping.lines(text, columns: columns, cutsWords: true)
    #expect(broken == lines)
  }

  @Test func `a field list keeps its values in a column`() {
    var list = FieldList()
    list.add("notes", "上午备货，下午两点后来电，请勿在中午打扰")
    list.add("id", "c1")
    let lines = list.lines(Layout(columns: 24, isColoured: false), indent: 2)
    #expect(lines.count > 2 && lines.last == "  id     c1")
    #expect(lines[1].hasPrefix("         ") && !lines[1].hasPrefix("          "))
    for line in lines { #expect(CellWidth.cells(of: line) <= 24, "\(lines)") }
  }
}
