import CallbookTesting
import Glibc
import Testing

/// Plays journald for one daemon, at the path that libsystemd knows: the daemon runs in a mount
/// namespace of its own, in which that path is this test's.
final class JournalSocket {
  private let directory: String
  private let descriptor: CInt
  /// Every datagram that was read, as it came.
  private(set) var datagrams: [String] = []

  /// Only root may do so, and not in every container.
  static let isPossible: Bool = {
    guard geteuid() == 0, let area = try? TestDirectory(),
      let try_ = try? Program(
        wrapper(area.path) + ["true"], output: area.file("output"))
    else { return false }
    return try_.wait() == 0
  }()

  init(in area: TestDirectory) throws {
    directory = area.file("journal")
    try #require(mkdir(directory, 0o755) == 0)
    let made = socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
    descriptor = made
    try #require(withUnixAddress("\(directory)/socket") { bind(made, $0, $1) } == 0)
  }

  deinit {
    while entry(withinMilliseconds: 0) != nil {}
    for datagram in datagrams { Silence.check(datagram, of: "an entry of the journal") }
    close(descriptor)
    unlink("\(directory)/socket")
    rmdir(directory)
  }

  /// What the daemon is run with.
  var wrapper: [String] { Self.wrapper(directory) }

  private static func wrapper(_ directory: String) -> [String] {
    ["unshare", "--mount", "--propagation", "private", "sh", "-ec", script, directory]
  }

  private static let script = """
    mount -t tmpfs none /run
    mkdir -p /run/systemd/journal
    mount --bind "$0" /run/systemd/journal
    export JOURNAL_STREAM=$(stat -Lc %d:%i /proc/self/fd/2)
    exec "$@"
    """

  /// The next entry; nil when none comes in time.
  func entry(withinMilliseconds limit: CInt = 20_000) -> [String: String]? {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, limit) == 1 else { return nil }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    let text = String(decoding: buffer[..<max(count, 0)], as: UTF8.self)
    datagrams.append(text)
    var fields: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      fields[String(parts[0])] = parts.count > 1 ? String(parts[1]) : ""
    }
    return fields
  }

  /// The entries up to the first of that kind; without one, what came.
  func entries(until event: String) -> [[String: String]] {
    var entries: [[String: String]] = []
    while let next = entry() {
      entries.append(next)
      if next["CALLBOOK_EVENT"] == event { break }
    }
    return entries
  }
}

extension Trait where Self == ConditionTrait {
  /// Skipped, and plainly so, elsewhere.
  static var needsJournalSocket: Self {
    .enabled(
      if: JournalSocket.isPossible,
      "a socket in journald's place needs root and a mount namespace")
  }
}
