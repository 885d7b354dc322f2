import Glibc

/// A program that believes that somebody sits at its terminal.
final class PseudoTerminal {
  private let master: CInt
  private let pid: pid_t
  private var screen: [UInt8] = []
  private var seen = 0

  init(_ path: String, _ arguments: [String], language: String = "C.UTF-8") throws {
    var (mine, its): (CInt, CInt) = (0, 0)
    var size = winsize(ws_row: 40, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&mine, &its, nil, nil, &size) == 0 else {
      throw Child.Failure(path: "openpty", number: errno)
    }
    for end in [mine, its] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_adddup2(&actions, its, stream)
    }
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var environment = [strdup("LC_ALL=\(language)"), strdup("TERM=xterm"), nil]
    defer { for word in words + environment { free(word) } }
    var made: pid_t = 0
    let failure = posix_spawn(&made, path, &actions, nil, &words, &environment)
    close(its)
    guard failure == 0 else {
      close(mine)
      throw Child.Failure(path: path, number: failure)
    }
    (master, pid) = (mine, made)
  }

  deinit {
    kill(pid, SIGKILL)
    var status: CInt = 0
    waitpid(pid, &status, 0)
    close(master)
  }

  func type(_ text: String) {
    var bytes = Array(text.utf8)
    _ = write(master, &bytes, bytes.count)
  }

  /// What appeared since the last time, up to and with a text; nil when it does not within ten seconds.
  func shown(until text: String) -> String? {
    let wanted = Array(text.utf8)
    while true {
      let fresh = screen[seen...]
      if let end = fresh.indices.first(where: { fresh[$0...].starts(with: wanted) }) {
        defer { seen = end + wanted.count }
        return String(decoding: screen[seen..<end + wanted.count], as: UTF8.self)
      }
      guard readMore() else { return nil }
    }
  }

  /// All that is still to come; the program has ended then.
  func rest() -> String {
    while readMore() {}
    return String(decoding: screen[seen...], as: UTF8.self)
  }

  private func readMore() -> Bool {
    var watched = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&watched, 1, 10_000) > 0 else { return false }
    var chunk = [UInt8](repeating: 0, count: 4096)
    // Once nobody has the other end, reading fails with EIO.
    let count = read(master, &chunk, chunk.count)
    guard count > 0 else { return false }
    screen += chunk[..<count]
    return true
  }
}
