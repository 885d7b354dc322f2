import Systemd
import Testing

@Suite struct JournalFieldTests {
  @Test(arguments: ["A", "CALLBOOK_SEQ", "X9_", String(repeating: "N", count: 64)])
  func `the journal's names are taken`(text: String) {
    #expect(JournalField.Name(text)?.text == text)
  }

  @Test(arguments: [
    "", "_PID", "9A", "callbook", "A-B", "A B", "A=B", "Ä", "A\n",
    String(repeating: "N", count: 65),
  ])
  func `other names are refused`(text: String) {
    #expect(JournalField.Name(text) == nil)
  }

  @Test func `a message id is thirty-two hexadecimal digits`() {
    #expect(MessageID(0xa, 0xb).description == "000000000000000a000000000000000b")
    #expect(MessageID(.max, 0).description == "ffffffffffffffff0000000000000000")
  }
}
