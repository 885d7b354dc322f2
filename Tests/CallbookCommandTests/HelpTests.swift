import CallbookModel
import Testing

@testable import callbook

@Suite struct HelpTests {
  @Test(arguments: CommandList.all.map { $0.words.joined(separator: "-") }, Language.allCases)
  func `the help of a command is the golden one`(name: String, language: Language) throws {
    let words = name.split(separator: "-", maxSplits: 1).map(String.init)
    let typed = Typed(words + ["--help"], in: language)
    #expect(typed.status == .done)
    #expect(typed.output == Typed(["help"] + words, in: language).output || words.count == 1)
    try check(typed, "help-\(name).txt", language)
    expectWidth(typed, 80)
  }

  @Test(arguments: Language.allCases)
  func `the overview and who may do what are the golden ones`(language: Language) throws {
    try check(Typed(["help"], in: language), "help.txt", language)
    try check(Typed(["help", "roles"], in: language), "help-roles.txt", language)
    try check(Typed(["help", "times"], in: language), "help-times.txt", language)
    try check(Typed(["help", "point"], in: language), "help-point.txt", language)
  }

  @Test(arguments: Language.allCases)
  func `help fits a terminal of forty columns`(language: Language) {
    for command in CommandList.all {
      expectWidth(Typed(command.words + ["--help"], columns: 40, in: language), 40)
    }
    expectWidth(Typed(["help"], columns: 40, in: language), 40)
  }

  /// Lines to be copied are not broken, and neither is a word such as a path.
  private func expectWidth(_ typed: Typed, _ columns: Int) {
    for line in typed.output.split(separator: "\n") where !line.hasPrefix("  callbook") {
      let isOneWord = line.drop { $0 == " " }.count { $0 == " " } == 0 || line.contains("--")
      #expect(
        CellWidth.cells(of: String(line)) <= columns || isOneWord,
        "too wide for a terminal of \(columns): \(line)")
    }
  }

  private func check(_ typed: Typed, _ name: String, _ language: Language) throws {
    try Golden.check(
      String(typed.output.dropLast()), language == .english ? name : "zh/\(name)")
  }
}
