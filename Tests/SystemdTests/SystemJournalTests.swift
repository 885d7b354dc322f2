import CSystemd
import Glibc
import Testing

@testable import Systemd

@Suite struct SystemJournalTests {
  private let entry = JournalEntry(
    messageID: MessageID(0xa, 0xb), priority: .notice, message: "two\nlines",
    fields: [JournalField("CALLBOOK_SUBJECT", "c12"), JournalField("CALLBOOK_NONE", "")])

  @Test func `an entry is one vector a field`() {
    let assignments = SystemJournal.assignments(entry)
    let sent = SystemJournal.withVectors(of: assignments) { vectors in
      vectors.map { vector in
        let bytes = UnsafeRawBufferPointer(start: vector.iov_base, count: vector.iov_len)
        return String(decoding: bytes, as: UTF8.self)
      }
    }
    #expect(
      sent == [
        "MESSAGE=two\nlines", "MESSAGE_ID=000000000000000a000000000000000b", "PRIORITY=5",
        "CALLBOOK_SUBJECT=c12", "CALLBOOK_NONE=",
      ])
  }

  @Test(.enabled(if: SystemJournal() != nil, "needs a journal on this machine"))
  func `the machine's journal takes an entry`() throws {
    let journal = try #require(SystemJournal())
    try journal.write(entry)
  }

  @Test func `a descriptor is the journal's stream when device and inode say so`() {
    var status = stat()
    #expect(fstat(STDOUT_FILENO, &status) == 0)
    let variable = "\(status.st_dev):\(status.st_ino)"
    #expect(JournalStream.isConnected(STDOUT_FILENO, variable: variable))
    #expect(!JournalStream.isConnected(STDOUT_FILENO, variable: variable + "1"))
    #expect(!JournalStream.isConnected(STDOUT_FILENO, variable: nil))
    #expect(!JournalStream.isConnected(STDOUT_FILENO, variable: ""))
    #expect(!JournalStream.isConnected(-1, variable: variable))
  }
}
