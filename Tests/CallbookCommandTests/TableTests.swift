import CallbookModel
import Testing

@testable import callbook

@Suite struct TableTests {
  private static let pipe = Layout(columns: nil, isColoured: false)

  private func lines(_ names: [String], columns: Int? = nil) -> [String] {
    var table = Table(["id", "name", "phone", "empty"])
    for (place, name) in names.enumerated() { table.add(["c\(place)", name, "199", ""]) }
    return table.lines(Layout(columns: columns, isColoured: false), Texts(.english))
  }

  /// Cells in front of the phone column, in every line.
  private func starts(_ lines: [String]) -> Set<Int> {
    Set(
      lines.dropFirst().map { line in
        CellWidth.cells(
          of: String(line.prefix(upTo: line.firstRange(of: "199")?.lowerBound ?? line.endIndex)))
      })
  }

  @Test func `wide, combining and right-to-left names line up`() {
    let lines = lines(["王小明", "Zoe\u{301}", "שלום", "ｶﾞﾗｽ", "👨‍👩‍👧 Li", "é", "x"])
    #expect(starts(lines).count == 1, "\(lines)")
  }

  @Test func `a column in which nothing stands is left out`() {
    #expect(!lines(["a"])[0].contains("empty"))
  }

  @Test func `control characters and turned directions become visible`() {
    let line = lines(["a\u{1B}[31mb\u{202E}c\nd"])[1]
    #expect(line.contains("a␛[31mb\\u{202E}c␊d"))
    #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
  }

  @Test(arguments: [20, 40, 80]) func `on a terminal no line is wider than it`(columns: Int) {
    let lines = lines([String(repeating: "王小明", count: 30), "short"], columns: columns)
    #expect(lines.allSatisfy { CellWidth.cells(of: $0) <= columns }, "\(lines)")
    #expect(lines.contains { $0.contains("short") })
    let text = lines.joined()
    // Where columns would be squeezed to nothing, each row is a block, and nothing is cut.
    #expect(columns == 20 ? text.count { $0 == "王" } == 30 : text.contains("…"))
  }

  @Test func `a number is cut only when nothing else is left to cut`() {
    var table = Table(["name", "phone", "organisation"])
    table.add(["王小明王小明王小明", "+86 199 0000 0001", "幸福里便利店"])
    let lines = table.lines(Layout(columns: 48, isColoured: false), Texts(.english))
    #expect(lines[1].contains("+86 199 0000 0001") && lines[1].contains("…"))
  }

  @Test func `in a pipe nothing is cut`() {
    let name = String(repeating: "王", count: 300)
    #expect(lines([name])[1].contains(name))
  }

  @Test func `only a terminal gets colours`() {
    var table = Table(["id"])
    table.add(["c1"])
    #expect(table.lines(Self.pipe, Texts(.english)) == ["id", "c1"])
    #expect(
      table.lines(Layout(columns: 80, isColoured: true), Texts(.english))[0]
        == "\u{1B}[1mid\u{1B}[0m")
  }
}
