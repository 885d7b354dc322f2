/// Every bound of the server, each with its reason. A test or a small machine may lower them.
package struct ServerLimits: Sendable {
  /// The longest line, without its line feed. A contact with a thousand-character note and every
  /// field filled stays below 32 KiB; an import batch of 200 rows below 256.
  package var lineBytes = 256 * 1024

  /// Connections at a time, over all loops: a shop has some dozens of staff and programs, and each
  /// connection may hold `outputBytes`.
  package var connections = 256

  /// How many of `connections` only reserved users get, so that an administrator can still look
  /// while a program that leaks connections has taken all the others.
  package var reservedConnections = 1

  /// Connections of one user, so that one runaway script does not lock out everybody else.
  package var connectionsPerUser = 32

  /// Replies that wait for a slow reader. Beyond it nothing is read from that connection until it
  /// has taken most of them. Four of the largest replies.
  package var outputBytes = 4 * 1024 * 1024

  /// How long a peer may take nothing of what waits for it before it is closed: longer than a
  /// stopped terminal's hiccup, short enough that its memory comes back.
  package var stallMilliseconds: Int64 = 10_000

  /// How long a connection that the server closes is still listened to. Closing a Unix socket with
  /// unread input turns the peer's end of file into a reset, and its next write into a signal.
  package var lingerMilliseconds: Int64 = 1_000

  /// Refused connections of one loop that linger at a time; they are outside `connections`, so a
  /// flood of them must not take all descriptors. Those beyond get their line and no lingering.
  package var lingeringRefusals = 32

  /// How long the listener pauses when a connection cannot be accepted. What is missing then, mostly
  /// descriptors, comes back when somebody leaves, not by trying at once.
  package var acceptRetryMilliseconds: Int64 = 1_000

  /// The most that one read takes before the loop turns to other connections.
  package var readBytes = 64 * 1024

  /// What may wait of a stream. Its source can be read again, so that a follower who stopped costs
  /// this and no more; a reader keeps up from the kernel's own buffer meanwhile.
  package var streamBytes = 32 * 1024

  /// What is waiting when `LineOutput.isFull` becomes true.
  package var outputHighBytes: Int { max(min(streamBytes, outputBytes / 4), 2) }

  /// What is waiting when a full connection is called writable again.
  package var outputLowBytes: Int { max(outputHighBytes / 4, 1) }

  package init() {}
}
