import Testing

struct SwiftFormatTests {
  @Test func `swift-format finds nothing to say`() throws {
    let lint = try Command.run(
      ["swift", "format", "lint", "--strict", "--parallel", "--recursive"]
        + ["Sources", "Tests", "Package.swift"])
    #expect(lint.status == 0, "make format mends most of these:\n\(lint.output)")
  }
}
