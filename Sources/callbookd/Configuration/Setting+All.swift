import CallbookProtocol
import CallbookServer
import CallbookStore

extension Setting {
  /// Everything that can be set, in the order of the default file.
  static let all = places + backups + connections + requests + output + socket

  private static let places = [
    Setting(
      "state_directory", path: \.stateDirectory,
      "Where the store lies; made when it is missing. The daemon writes nowhere else."),
    Setting(
      "socket", path: \.socket,
      "Where to listen, when systemd does not hand a socket over."),
    Setting(
      "drain_seconds", \.drainSeconds, .seconds, in: 0...60, .atOnce,
      "How long a stop waits for answers that are still on their way. Less than the unit's "
        + "TimeoutStopSec=."),
    Setting(
      "log_bytes", \.logBytes, .bytes, in: 1 << 20...512 << 20, .restart,
      "How long the store's log grows before it is copied into the store, beside the changes that "
        + "go on: it takes up to twice as much room. Longer costs less, and makes the start after a "
        + "crash a little slower."),
  ]

  private static let backups = [
    Setting(
      "backups_kept", \.backups.count, .count, in: 1...1000, .atOnce,
      "How many backups are kept in the state directory; each takes as much room as the store. The "
        + "oldest are deleted when a new one was made and checked."),
    Setting(
      "backup_days", \.backups.days, .count, in: 1...3650, .atOnce,
      "After how many days backups and replaced stores are deleted, the newest backup excepted. Less "
        + "lets deleted values vanish sooner, more goes further back."),
  ]

  private static let connections = [
    Setting(
      "connections", \.limits.connections, .count, in: 2...10_000, .atOnce,
      "Connections at a time. Each costs a file descriptor (LimitNOFILE= of the unit) and up to "
        + "100 KiB."),
    Setting(
      "connections_of_one_user", \.limits.connectionsOfOneUser, .count, in: 1...10_000, .atOnce,
      "So that no single user can take them all; at most `connections`."),
    Setting(
      "reserved_connections", \.server.reservedConnections, .count, in: 0...64, .atOnce,
      "How many of `connections` only root and admins get, to look while a program that leaks "
        + "connections has taken the others; less than `connections`."),
    Setting(
      "subscriptions", \.limits.subscriptions, .count, in: 1...256, .newConnections,
      "Subscriptions of one connection; a program that follows the ledger needs one."),
  ]

  private static let requests = [
    Setting(
      "requests_in_flight", \.limits.requestsInFlight, .count, in: 1...1024, .newConnections,
      "Requests of one connection that wait for their answer; more keep the disk's syncs fuller, "
        + "less share them more evenly."),
    Setting(
      "line_bytes", \.limits.lineBytes, .bytes, in: 16 << 10...16 << 20, .newConnections,
      "The longest line of a client. 256K holds an import of 200 long rows."),
    Setting(
      "id_bytes", \.limits.idBytes, .bytes, in: 36...1024, .newConnections,
      "The longest id of a request; it is kept while the request is in flight."),
    Setting(
      "depth", \.limits.depth, .count, in: 16...128, .restart,
      "How deep the JSON of a line may nest; no request nests deeper than five."),
    Setting(
      "tokens", \.limits.tokens, .count, in: 1000...1_000_000, .restart,
      "Values and names in the JSON of a line; 20000 hold an import of 500 rows."),
  ]

  private static let output = [
    Setting(
      "reply_bytes", \.limits.replyBytes, .bytes, in: 256 << 10...16 << 20, .newConnections,
      "The longest reply; more is paged. 256K hold what rpc.discover says."),
    Setting(
      "waiting_output_bytes", \.limits.waitingOutputBytes, .bytes, in: 64 << 10...256 << 20,
      .newConnections,
      "Output that a client has not taken; beyond it the client's next lines wait. Every "
        + "connection may cost so much memory."),
    Setting(
      "stalled_seconds", \.limits.stalledSeconds, .seconds, in: 1...600, .newConnections,
      "How long a client may take nothing of what waits for it before it is closed."),
  ]

  private static let socket = [
    Setting(
      "read_bytes", \.server.readBytes, .bytes, in: 4 << 10...1 << 20, .restart,
      "The most that one read takes before the loop turns to other connections."),
    Setting(
      "stream_bytes", \.server.streamBytes, .bytes, in: 4 << 10...4 << 20, .restart,
      "What may wait of an event stream before it is read on from the store."),
    Setting(
      "linger_milliseconds", \.lingerMilliseconds, .milliseconds, in: 0...60_000,
      .newConnections,
      "How long a connection that the daemon closes is still listened to, so that the client "
        + "reads its last line instead of a reset."),
    Setting(
      "lingering_refusals", \.server.lingeringRefusals, .count, in: 0...1024, .atOnce,
      "Refused connections that linger at a time; they are outside `connections`."),
    Setting(
      "accept_retry_milliseconds", \.acceptRetryMilliseconds, .milliseconds, in: 100...60_000,
      .restart,
      "How long listening pauses when a connection cannot be accepted, for want of descriptors "
        + "mostly."),
  ]
}
