import CallbookTesting
import Glibc
import Testing

/// A socket that outlives the daemon, as systemd holds it.
final class ListeningSocket {
  let descriptor: CInt

  init(_ path: String) throws {
    let made = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
    descriptor = made
    try #require(withUnixAddress(path) { bind(made, $0, $1) } == 0)
    try #require(listen(made, 128) == 0)
  }

  deinit {
    close(descriptor)
  }

  /// A daemon that inherits it: sd_listen_fds(3).
  func startDaemon(in area: TestDirectory) throws -> Daemon {
    let daemon = try Daemon(
      in: area, wrapper: ["sh", "-c", #"LISTEN_FDS=1 LISTEN_PID=$$ exec "$0" "$@""#],
      handing: [(descriptor, 3)])
    try #require(try daemon.isReady(), "\(daemon.output)")
    return daemon
  }
}
