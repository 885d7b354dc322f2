import Glibc
import Testing

@testable import Systemd

@Suite struct TextLogTests {
  private let entry = JournalEntry(
    messageID: MessageID(1, 2), priority: .info, message: "request answered",
    fields: [
      JournalField("CALLBOOK_METHOD", "contact.add"), JournalField("CALLBOOK_REASON", "disk full"),
      JournalField("CALLBOOK_EMPTY", ""), JournalField("CALLBOOK_RAW", "a\"b\n\u{1B}[31m"),
    ])

  @Test func `an entry is one line of text`() {
    #expect(
      TextLog(program: "callbookd").line(entry)
        == #"callbookd: request answered CALLBOOK_METHOD=contact.add CALLBOOK_REASON="disk full" "#
        + #"CALLBOOK_EMPTY="" CALLBOOK_RAW="a\"b\n\u{1b}[31m""#)
  }

  @Test func `priorities show to people in words and to the journal in numbers`() {
    let warning = JournalEntry(messageID: MessageID(1, 2), priority: .warning, message: "hot")
    #expect(TextLog(program: "callbookd").line(warning) == "callbookd: warning: hot")
    let prefixed = TextLog(program: "callbookd", hasPriorities: true)
    #expect(prefixed.line(warning) == "<4>callbookd: warning: hot")
  }

  @Test func `lines reach the descriptor whole`() throws {
    var ends: [CInt] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    let log = TextLog(descriptor: ends[1], program: "callbookd")
    try log.write(entry)
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = read(ends[0], &buffer, buffer.count)
    #expect(String(decoding: buffer.prefix(count), as: UTF8.self) == log.line(entry) + "\n")
  }

  @Test func `a descriptor that takes nothing is an error`() {
    let log = TextLog(descriptor: -1, program: "callbookd")
    #expect(throws: SystemError("write", code: EBADF)) { try log.write(entry) }
  }
}
