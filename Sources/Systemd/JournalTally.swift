/// What became of the entries of a `JournalWriter` so far.
package struct JournalTally: Sendable, Equatable {
  package var written = 0
  /// Found the queue full.
  package var dropped = 0
  /// Refused by the sink.
  package var failed = 0
  package var lastError: SystemError?
}
