import Glibc

/// Whether a descriptor is the one that systemd connected with the journal: `JOURNAL_STREAM` in
/// systemd.exec(5).
package enum JournalStream {
  /// The journal when stderr leads to it, else text on stderr: where entries of `program` go.
  package static func sink(program: String) -> any JournalSink {
    let variable = getenv("JOURNAL_STREAM").map { String(cString: $0) }
    guard isConnected(STDERR_FILENO, variable: variable) else { return TextLog(program: program) }
    // A service in a root of its own may have the stream and lack the socket.
    return SystemJournal() ?? TextLog(program: program, hasPriorities: true)
  }

  /// - Parameter variable: `DEVICE:INODE` in decimal, nil when it is not set.
  static func isConnected(_ descriptor: CInt, variable: String?) -> Bool {
    var status = stat()
    guard let variable, fstat(descriptor, &status) == 0 else { return false }
    return variable == "\(status.st_dev):\(status.st_ino)"
  }
}
