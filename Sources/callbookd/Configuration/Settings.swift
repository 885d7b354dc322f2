import CallbookProtocol
import CallbookServer
import CallbookStore

/// What the daemon runs with: the defaults are the program's own, the table ``Setting/all`` says
/// what may be set and within which bounds.
struct Settings: Sendable {
  /// Where the store lies.
  var stateDirectory = "/var/lib/callbook"
  /// Where to listen; empty where systemd hands the socket over.
  var socket = ""
  /// What clients are told in the hello.
  var limits = ProtocolLimits()
  /// The server's own bounds; those that clients are told of come from `limits`.
  var server = ServerLimits()
  /// How long a stop waits for answers that are still on their way.
  var drainSeconds = 5
  /// How long the store's log grows before it is copied.
  var logBytes = Store.logBytes
  /// How many backups are kept, and how long.
  var backups = BackupPolicy()

  var lingerMilliseconds: Int {
    get { Int(server.lingerMilliseconds) }
    set { server.lingerMilliseconds = Int64(newValue) }
  }

  var acceptRetryMilliseconds: Int {
    get { Int(server.acceptRetryMilliseconds) }
    set { server.acceptRetryMilliseconds = Int64(newValue) }
  }

  /// What the server is told: its own bounds and those that clients know.
  var serverLimits: ServerLimits {
    var all = server
    all.lineBytes = limits.lineBytes
    all.connections = limits.connections
    all.connectionsPerUser = limits.connectionsOfOneUser
    all.outputBytes = limits.waitingOutputBytes
    all.stallMilliseconds = Int64(limits.stalledSeconds) * 1000
    return all
  }
}
