import CallbookTesting
import Glibc
import Testing

/// Something that listens where the daemon should, says one thing to whoever connects, and then
/// waits: a process of its own, as the commands under test block their threads.
final class FakeDaemon {
  var socket: String { directory.socket }
  private let directory: TestDirectory
  private let child: Child

  /// - Parameter greeting: nil says nothing at all.
  init(saying greeting: String?) throws {
    directory = try TestDirectory()
    child = try Child(
      "/usr/bin/perl",
      ["-MSocket", "-e", Self.script, directory.socket, greeting ?? ""],
      reading: STDOUT_FILENO)
    try #require(child.line() == "listening")
  }

  deinit {
    child.kill(SIGKILL)
  }

  static func hello(_ lowest: Int, _ highest: Int, version: String = "0.1.0") -> String {
    #"{"jsonrpc":"2.0","method":"server.hello","params":{"service":"callbook","version":"\#(version)","#
      + #""protocol":{"min":\#(lowest),"max":\#(highest)},"instance":"i","state":"ready","#
      + #""you":{"user":"li.na","roles":["agent"]}}}"#
  }

  private static let script = """
    $| = 1; $SIG{PIPE} = 'IGNORE';
    socket(L, AF_UNIX, SOCK_STREAM, 0) && bind(L, sockaddr_un($ARGV[0])) && listen(L, 8) or die $!;
    print "listening\\n"; my @kept;
    while (accept(my $c, L)) { syswrite($c, "$ARGV[1]\\n") if length $ARGV[1]; push @kept, $c }
    """
}
