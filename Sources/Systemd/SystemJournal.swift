import CSystemd
import Glibc

/// The journal of this machine, by its native protocol.
package struct SystemJournal: JournalSink {
  private static let socketPath = "/run/systemd/journal/socket"

  /// - Returns: nil when no journal listens; libsystemd would drop every entry in silence.
  package init?() {
    guard access(Self.socketPath, W_OK) == 0 else { return nil }
  }

  package func write(_ entry: JournalEntry) throws(SystemError) {
    let result = Self.withVectors(of: Self.assignments(entry)) { vectors in
      callbook_journal_send(vectors.baseAddress, CInt(vectors.count))
    }
    guard result >= 0 else { throw SystemError("sd_journal_sendv", code: -result) }
  }

  static func assignments(_ entry: JournalEntry) -> [String] {
    [
      "MESSAGE=\(entry.message)",
      "MESSAGE_ID=\(entry.messageID)",
      "PRIORITY=\(entry.priority.rawValue)",
    ] + entry.fields.map { "\($0.name.text)=\($0.value)" }
  }

  static func withVectors<Result>(
    of assignments: [String], _ body: (UnsafeBufferPointer<iovec>) -> Result
  ) -> Result {
    var bytes = assignments.flatMap { Array($0.utf8) }
    return bytes.withUnsafeMutableBytes { buffer in
      var start = 0
      let vectors = assignments.map { assignment in
        let length = assignment.utf8.count
        defer { start += length }
        return iovec(iov_base: buffer.baseAddress?.advanced(by: start), iov_len: length)
      }
      return vectors.withUnsafeBufferPointer(body)
    }
  }
}
