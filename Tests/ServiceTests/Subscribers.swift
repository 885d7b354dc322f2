import CallbookTesting
import Glibc
import Testing

/// Connections of one other user that follow the ledger, and read when they are told to.
final class Subscribers {
  private let client: Client
  private let program: Program

  init(_ count: Int, of uid: UInt32, to daemon: Daemon) throws {
    (client, program) = try OtherUser.perl(
      Self.script, [daemon.area.socket, "\(count)"], as: uid, in: daemon.area)
    try #require(client.greeting == "subscribed", "\(client.greeting)")
  }

  /// Lets them read up to that entry of the ledger.
  func catchUp(to seq: Int) -> Bool { client.send("\(seq)") }

  /// What came of it; nil when each saw every entry once and in order.
  func failure() -> String? {
    let said = client.line()
    return said == "caught up" ? nil : said ?? "the script ended"
  }

  private static let script = """
    $| = 1;
    my ($path, $count) = @ARGV;
    my (%last, %rest, %socket);
    for (1..$count) {
      my $s;
      socket($s, AF_UNIX, SOCK_STREAM, 0) && connect($s, sockaddr_un($path)) or die $!;
      line($s);
      syswrite($s, '{"jsonrpc":"2.0","id":1,"method":"events.subscribe","params":{}}' . "\\n");
      my $n = fileno($s);
      line($s) =~ /"cursor":"(\\d+)@/ or die "not subscribed";
      ($last{$n}, $rest{$n}, $socket{$n}) = ($1, "", $s);
    }
    print "subscribed\\n";
    while (defined(my $goal = <STDIN>)) {
      chomp $goal;
      while (my @behind = grep { $last{$_} < $goal } keys %socket) {
        my $ready = "";
        vec($ready, $_, 1) = 1 for @behind;
        select($ready, undef, undef, 20) or fail("nothing comes after $last{$behind[0]}");
        take($_) for grep { vec($ready, $_, 1) } @behind;
      }
      print "caught up\\n";
    }
    sub take {
      my $n = shift;
      sysread($socket{$n}, $rest{$n}, 65536, length $rest{$n}) or fail("closed at $last{$n}");
      while ($rest{$n} =~ s/^([^\\n]*)\\n//) {
        $1 =~ /"cursor":"(\\d+)@/ or fail("no event: $1");
        $1 == $last{$n} + 1 or fail("$1 after $last{$n}");
        $last{$n} = $1;
      }
    }
    sub fail { print "$_[0]\\n"; exit }
    sub line {
      my $line = "";
      while ($line !~ /\\n/) { sysread($_[0], $line, 4096, length $line) or die "closed: $line" }
      $line
    }
    """
}
