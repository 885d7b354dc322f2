import Glibc

/// A process that a test started; killed when nobody holds it any more.
final class Child {
  struct Failure: Error {
    let path: String
    let number: CInt
  }

  let pid: pid_t
  private let output: CInt
  private var buffer: [UInt8] = []
  private var status: CInt?

  /// - Parameter stream: which of its streams the test reads; the other one is thrown away.
  init(_ path: String, _ arguments: [String], reading stream: CInt) throws {
    var ends: [CInt] = [0, 0]
    guard pipe(&ends) == 0 else { throw Failure(path: path, number: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let other = stream == STDOUT_FILENO ? STDERR_FILENO : STDOUT_FILENO
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, other, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], stream)
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var made: pid_t = 0
    let failure = posix_spawn(&made, path, &actions, nil, &words, environ)
    close(ends[1])
    guard failure == 0 else { throw Failure(path: path, number: failure) }
    pid = made
    output = ends[0]
  }

  deinit {
    if status == nil {
      Glibc.kill(pid, SIGKILL)
      wait()
    }
    close(output)
  }

  /// The exit status, or the signal as a negative number.
  @discardableResult
  func wait() -> CInt {
    if let status { return status }
    var raw: CInt = 0
    while waitpid(pid, &raw, 0) < 0, errno == EINTR {}
    let ended = raw & 0x7F == 0 ? (raw >> 8) & 0xFF : -(raw & 0x7F)
    status = ended
    return ended
  }

  var hasEnded: Bool {
    if status != nil { return true }
    var info = siginfo_t()
    // Left there for ``wait()``.
    return waitid(P_PID, id_t(pid), &info, WEXITED | WNOHANG | WNOWAIT) != 0
      || info.si_signo == SIGCHLD
  }

  func kill(_ signal: CInt) {
    if status == nil { Glibc.kill(pid, signal) }
  }

  /// The next line that it prints; nil at the end, or when nothing comes for ten seconds.
  func line() -> String? {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        defer { buffer.removeFirst(end + 1) }
        return String(decoding: buffer[..<end], as: UTF8.self)
      }
      var watched = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&watched, 1, 10_000) > 0 else { return nil }
      var chunk = [UInt8](repeating: 0, count: 4096)
      let count = read(output, &chunk, chunk.count)
      guard count > 0 else { return nil }
      buffer += chunk[..<count]
    }
  }
}
