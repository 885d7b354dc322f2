import Testing

@testable import callbook

@Suite struct HelpTests {
  @Test(arguments: CommandList.all.map { $0.words.joined(separator: "-") })
  func `the help of a command is the golden one`(name: String) throws {
    let words = name.split(separator: "-").map(String.init)
    let typed = Typed(words + ["--help"])
    #expect(typed.status == .done)
    #expect(typed.output == Typed(["help"] + words).output || words.count == 1)
    try Golden.check(String(typed.output.dropLast()), "help-\(name).txt")
    for line in typed.output.split(separator: "\n") where !line.hasPrefix("  callbook") {
      #expect(line.count <= 80, "too wide for a terminal: \(line)")
    }
  }

  @Test func `the overview and who may do what are the golden ones`() throws {
    try Golden.check(String(Typed(["help"]).output.dropLast()), "help.txt")
    try Golden.check(String(Typed(["help", "roles"]).output.dropLast()), "help-roles.txt")
    try Golden.check(String(Typed(["help", "point"]).output.dropLast()), "help-point.txt")
  }
}
