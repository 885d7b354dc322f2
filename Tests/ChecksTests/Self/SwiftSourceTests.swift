import Testing

struct SwiftSourceTests {
  @Test func `imports are found under every attribute and kind`() {
    let text = """
      import A
      internal import B
      @testable import C
      import struct D.stat
      import E.Part
      // import F
      let text = "import G"
      #if canImport(H)
      #endif
      """
    let source = SwiftSource(path: "Sources/X/Y.swift", text: text)
    #expect(source.imports.map(\.module) == ["A", "B", "C", "D", "E"])
    #expect(source.imports.map(\.line) == [1, 2, 3, 4, 5])
  }

  @Test func `a path tells target and name`() {
    let source = SwiftSource(path: "Sources/CallbookModel/Errors/Reason.swift", text: "\n\n")
    #expect(source.target == "CallbookModel")
    #expect(source.name == "Reason")
    #expect(source.lineCount == 2)
    #expect(!source.isTest)
  }
}
