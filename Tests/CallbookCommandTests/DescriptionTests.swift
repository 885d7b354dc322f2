import CallbookRequests
import Testing

@testable import callbook

@Suite struct DescriptionTests {
  @Test func `what the command knows of requests is what they declare`() throws {
    try Golden.check(
      DescriptionWriter.text(MethodTable.all.methods),
      at: Golden.root + "/Sources/callbook/Description/Generated/MethodDescription+Named.swift")
  }

  @Test func `every request is known by its name`() {
    #expect(MethodDescription.names == MethodTable.all.methods.map(\.name))
    #expect(MethodDescription.all.map(\.name) == MethodDescription.names)
    #expect(MethodDescription.named("contact.frobnicate") == nil)
  }
}
