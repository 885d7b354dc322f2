import Glibc
import Testing

/// A program that the test started.
final class Program: Sendable {
  let pid: pid_t

  /// - Parameter output: the file that takes what it says.
  init(_ arguments: [String], environment: [String] = [], output: String) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o644)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    // Each in a group of its own, so that what a wrapper started ends with it.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var child: pid_t = 0
    var words = arguments.map { strdup($0) } + [nil]
    var variables = (Self.inherited + environment).map { strdup($0) } + [nil]
    defer { for copy in words + variables { free(copy) } }
    let code = posix_spawnp(&child, arguments[0], &actions, &attributes, &words, &variables)
    pid = child
    try #require(code == 0, "\(arguments[0]) does not start")
  }

  private static var inherited: [String] {
    ["PATH", "HOME", "LD_LIBRARY_PATH"].compactMap { (name: String) -> String? in
      getenv(name).map { "\(name)=\(String(cString: $0))" }
    }
  }

  /// Also what it started.
  func send(_ signal: CInt) { kill(-pid, signal) }

  /// - Returns: its exit status, or 128 and the signal that ended it.
  @discardableResult
  func wait() -> CInt {
    var status: CInt = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    return Self.code(status)
  }

  /// - Returns: nil while it runs.
  func codeIfEnded() -> CInt? {
    var status: CInt = 0
    return waitpid(pid, &status, WNOHANG) == pid ? Self.code(status) : nil
  }

  private static func code(_ status: CInt) -> CInt {
    status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
  }
}
