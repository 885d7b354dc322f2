import CallbookModel
import Testing

@testable import callbook

@Suite struct BarChartTests {
  private static func chart(_ lines: [(String, Int64, String)]) -> BarChart {
    var chart = BarChart()
    for (label, count, note) in lines { chart.add(label, count, note: note) }
    return chart
  }

  private static let mixed = chart([
    ("已赴约", 120, "67%"), ("customer did not come", 60, "33%"), ("é王", 1, "0%"), ("无", 0, ""),
  ])

  private static func layout(_ columns: Int?) -> Layout {
    Layout(columns: columns, isColoured: false)
  }

  @Test func `bars begin in the same column whatever the labels are written in`() {
    let lines = Self.mixed.lines(Self.layout(nil))
    let starts = lines.compactMap { line in
      line.firstIndex(of: "#").map { CellWidth.cells(of: String(line[..<$0])) }
    }
    #expect(starts.count == 3 && Set(starts).count == 1, "\(lines)")
  }

  @Test func `the longest stands for the most, and what is there at all has one`() {
    let bars = Self.mixed.lines(Self.layout(nil)).map { line in line.count { $0 == "#" } }
    #expect(bars == [40, 20, 1, 0])
  }

  @Test(arguments: 1...90) func `no line is wider than the terminal`(columns: Int) {
    let chart = Self.mixed
    for line in chart.lines(Self.layout(columns)) {
      let least = 13  // One cell of a label, and the numbers, which are worth nothing when cut.
      #expect(CellWidth.cells(of: line) <= max(columns, least), "\(line)")
    }
  }

  @Test func `on a narrow terminal the numbers stand alone`() {
    let lines = Self.mixed.lines(Self.layout(24))
    #expect(lines[0] == "已赴约          120  67%", "\(lines)")
    #expect(!lines.joined().contains("#"))
  }

  @Test func `of nothing but zeros there are no bars`() {
    #expect(Self.chart([("a", 0, ""), ("b", 0, "")]).lines(Self.layout(80)) == ["a  0", "b  0"])
  }
}
