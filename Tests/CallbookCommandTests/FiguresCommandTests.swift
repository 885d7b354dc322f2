import CallbookModel
import Testing

@testable import callbook

/// How busy the shop is, as somebody reads it.
@Suite(.needsDaemon) struct FiguresCommandTests {
  private static let span = ["--from", "2030-05-01", "--until", "2030-05-31"]

  private func shop() throws -> TestDaemon {
    let daemon = try TestDaemon()
    for words in [
      ["contact", "add", "王小明"],
      Self.booking("2030-05-06T10:00:00+08:00"), Self.booking("2030-05-06T14:00:00+08:00"),
      Self.booking("2030-05-08T10:30:00+08:00"),
    ] {
      let typed = Typed(words, socket: daemon.socket)
      #expect(typed.status == .done, "\(words) \(typed.errors)")
    }
    return daemon
  }

  private static func booking(_ start: String) -> [String] {
    [
      "appointment", "book", "c1", "--kind", "visit", "--start", start, "--override", "测试",
    ]
  }

  private func figures(
    _ daemon: TestDaemon, _ more: [String] = [], columns: Int? = nil,
    in language: Language = .english
  ) -> Typed {
    Typed(
      ["appointment", "figures"] + Self.span + more, socket: daemon.socket, columns: columns,
      in: language)
  }

  @Test func `bars show the load of hours and weekdays`() throws {
    let output = figures(try shop()).output
    #expect(output.hasPrefix("Appointments from 2030-05-01 to 2030-05-31: 3\n"), "\(output)")
    let full = String(repeating: "#", count: 40)
    for line in [
      "  open  3  100%  \(full)\n", "  10:00  2  \(full)\n", "  11:00  0\n",
      "  14:00  1  \(String(repeating: "#", count: 20))\n", "  Mon  2  \(full)\n",
    ] {
      #expect(output.contains(line), "\(line) \(output)")
    }
    #expect(!output.contains("09:00") && !output.contains("15:00"))
  }

  @Test(arguments: [24, 40, 80]) func `in Chinese no line is wider than the terminal`(
    columns: Int
  ) throws {
    let output = figures(try shop(), ["--no-color"], columns: columns, in: .chinese).output
    for part in ["尚无结果", "星期三", "提前多久预约"] { #expect(output.contains(part), "\(output)") }
    for line in output.split(separator: "\n") {
      #expect(CellWidth.cells(of: String(line)) <= columns, "\(line)")
    }
  }

  @Test func `rows for a spreadsheet have every figure once`() throws {
    let typed = figures(try shop(), ["--csv"])
    let rows = typed.output.split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(
      rows.first == [
        "figure", "item", "appointments", "load", "kept", "no_show", "cancelled", "open",
      ])
    #expect(rows.allSatisfy { $0.count == 8 }, "\(typed.output)")
    #expect(rows.contains(["total", "", "3", "3", "0", "0", "0", "3"]))
    #expect(rows.contains(["hour", "10", "2", "2", "0", "0", "0", "2"]))
    #expect(rows.contains(["weekday", "Wed", "1", "1", "0", "0", "0", "1"]))
    #expect(rows.filter { $0[0] == "lead" }.count == LeadBand.allCases.count)
    #expect(rows.filter { $0[0] == "lead" }.compactMap { Int($0[2]) }.reduce(0, +) == 3)
    #expect(Set(rows.map { $0[0] + $0[1] }).count == rows.count, "\(typed.output)")
  }

  @Test func `programs get the same as one object, and one form at a time`() throws {
    let daemon = try shop()
    let json = figures(daemon, ["--json"]).output
    #expect(json.contains(#""appointments": 3"#) && json.contains(#""hour": 14"#), "\(json)")
    let both = figures(daemon, ["--json", "--csv"])
    #expect(both.status == .usage && both.output.isEmpty)
  }

  @Test func `where there is nothing to count it says so`() throws {
    let daemon = try shop()
    let typed = Typed(
      ["appointment", "figures", "--from", "2030-06-01", "--until", "2030-06-30"],
      socket: daemon.socket)
    #expect(typed.status == .no && typed.output.isEmpty)
    #expect(typed.errors.contains(Texts(.english).nothingFound))
  }
}
