import CallbookTesting
import Glibc
import Testing

/// A connection of another user: a process of theirs makes it and passes on what is said. The user
/// needs no account.
final class OtherUser {
  private let client: Client
  let program: Program

  init(_ uid: UInt32, of daemon: Daemon) throws {
    (client, program) = try Self.perl(Self.relay, [daemon.area.socket], as: uid, in: daemon.area)
  }

  // Its process ends with this object: what is asked goes through it, so that it is held.
  var greeting: String { client.greeting }

  func send(_ line: String) -> Bool { client.send(line) }
  func line() -> String? { client.line() }
  func ask(_ method: String, _ params: String = "{}") -> String? { client.ask(method, params) }

  /// Starts a Perl script, which setpriv(1) makes a process of that user: both are in every Debian.
  ///
  /// - Returns: also the other end of the script's standard input and output.
  static func perl(
    _ script: String, _ arguments: [String], as uid: UInt32, in area: TestDirectory
  ) throws -> (Client, Program) {
    var ends: [CInt] = [-1, -1]
    let kind = CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue)
    try #require(socketpair(AF_UNIX, kind, 0, &ends) == 0)
    let words = [
      "setpriv", "--reuid=\(uid)", "--regid=\(uid)", "--clear-groups", "/usr/bin/perl", "-MSocket",
      "-e", script,
    ]
    let output = area.file("script-\(uid)")
    let program = try handing(ends[1]) { end in
      try Program(words + arguments, output: output, handing: [(end, 0), (end, 1)])
    }
    let client = try #require(Client(connected: ends[0]), "\(text(of: output))")
    return (client, program)
  }

  /// Closed at once here, so that the end of the process is seen as the end of what it says.
  private static func handing<Made>(_ end: CInt, _ start: (CInt) throws -> Made) rethrows -> Made {
    defer { close(end) }
    return try start(end)
  }

  private static let relay = """
    socket(S, AF_UNIX, SOCK_STREAM, 0) && connect(S, sockaddr_un($ARGV[0])) or die $!;
    if (fork) { while (sysread(STDIN, $_, 65536)) { syswrite(S, $_) } shutdown(S, 1); wait }
    else { while (sysread(S, $_, 65536)) { syswrite(STDOUT, $_) } shutdown(STDOUT, 1) }
    """
}
