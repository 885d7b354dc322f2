import CallbookTesting
import Testing

/// The protocol's manual is up to date, with examples that the program answered just now.
struct ProtocolManualTests {
  @Test func `docs/protocol.md is what the program does`() throws {
    let text = try ProtocolManual.text()
    #expect(!text.contains("{{"))
    try Goldens.check(text, against: "../../../docs/protocol.md")
  }
}
