import CallbookClient
import CallbookJSON
import CallbookModel
import Glibc

/// What the checks look at; the daemon is asked once, whatever their number.
struct Scene {
  /// What lies where the socket should be.
  enum Entry: Equatable {
    case socket, somethingElse, nothing
    /// The way there is closed to this user.
    case hidden
  }

  let surroundings: Surroundings
  let path: String
  let source: SocketSource
  let entry: Entry
  let socketGuard: SocketGuard?
  /// The greeting, or why there is none.
  let greeting: Result<Greeting, CallbookError>
  /// The state of the store in the daemon's words; nil where it does not say.
  let store: String?
  /// What the daemon says of its backups.
  let backup: BackupAge
  /// When the ledger was last written; nil when it is empty, or not for this user to see.
  let lastChange: Instant?
  /// Where the shop is; nil when it is not for this user to see.
  var shopZone: String?
  /// Years whose holidays should be known and are not; nil where the daemon does not say.
  let missingYears: [Int64]?
  let machine: Machine
}

extension Scene {
  /// A daemon that hangs is to be told of, not waited for.
  private static let patienceMilliseconds = 5_000

  init(_ run: Run) {
    surroundings = run.surroundings
    machine = run.surroundings.machine()
    (path, source) = run.socket
    entry = Self.entry(path)
    socketGuard = SocketGuard(path)
    let client = run.client()
    client.replyLimitMilliseconds = Self.patienceMilliseconds
    greeting = Result { () throws(CallbookError) in try client.connect() }
    guard case .success = greeting else {
      (store, backup, lastChange, missingYears) = (nil, .unknown, nil, nil)
      return
    }
    let status = Self.answer(client, "system.status")
    store = status?["store"]?.string
    backup = BackupAge(status)
    shopZone = Self.answer(client, "shop.get")?["time_zone"]?.string
    lastChange = Self.answer(client, "audit.list", #"{"limit":1}"#)?["items"]?.elements
      .first { _ in true }?["at"]?.string.flatMap { Instant($0) }
    missingYears = Self.answer(client, "calendar.get")?["missing"]?.elements.compactMap(\.integer)
  }

  private static func entry(_ path: String) -> Entry {
    var found = stat()
    guard stat(path, &found) == 0 else { return errno == EACCES ? .hidden : .nothing }
    return found.st_mode & S_IFMT == S_IFSOCK ? .socket : .somethingElse
  }

  private static func answer(
    _ client: Client, _ method: String, _ params: String = "{}"
  ) -> JSONNode? {
    // Not everybody may ask everything: a check that needs the answer is skipped.
    try? client.call(Call(method, Array(params.utf8)))
  }
}
