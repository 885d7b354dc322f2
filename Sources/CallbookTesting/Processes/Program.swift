package import Glibc
import Synchronization
import Testing

/// A program that the test started; killed when nobody holds it any more.
package final class Program: Sendable {
  package let pid: pid_t
  /// Its exit status once it was taken; from then on the number may be another process.
  private let ended = Mutex<CInt?>(nil)

  /// - Parameters:
  ///   - output: the file that takes what it says.
  ///   - descriptors: those of this process that it gets, and their numbers there.
  package init(
    _ arguments: [String], environment: [String] = [], output: String,
    handing descriptors: [(own: CInt, its: CInt)] = []
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o644)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    for (own, its) in descriptors { posix_spawn_file_actions_adddup2(&actions, own, its) }
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

  /// The path of a program that was built beside the tests.
  package static func path(of name: String) throws -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    try #require(count > 0)
    let own = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let path = "/" + own.split(separator: "/").dropLast().joined(separator: "/") + "/\(name)"
    try #require(access(path, X_OK) == 0, "there is no \(path)")
    return path
  }

  private static var inherited: [String] {
    ["PATH", "HOME", "LD_LIBRARY_PATH"].compactMap { (name: String) -> String? in
      getenv(name).map { "\(name)=\(String(cString: $0))" }
    }
  }

  deinit {
    send(SIGKILL)
    wait()
  }

  /// Also what it started.
  package func send(_ signal: CInt) {
    ended.withLock { if $0 == nil { kill(-pid, signal) } }
  }

  /// - Returns: its exit status, or 128 and the signal that ended it.
  @discardableResult
  package func wait() -> CInt {
    // Without taking the status, so that it can be sent signals meanwhile.
    var about = siginfo_t()
    while ended.withLock({ $0 }) == nil,
      waitid(P_PID, id_t(pid), &about, WEXITED | WNOWAIT) < 0, errno == EINTR
    {}
    return codeIfEnded() ?? -1
  }

  /// - Returns: nil while it runs.
  package func codeIfEnded() -> CInt? {
    ended.withLock { ended in
      var status: CInt = 0
      if ended == nil, waitpid(pid, &status, WNOHANG) == pid { ended = Self.code(status) }
      return ended
    }
  }

  private static func code(_ status: CInt) -> CInt {
    status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
  }
}
