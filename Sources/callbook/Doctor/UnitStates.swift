import Glibc

/// How systemd has the daemon's two units.
struct UnitStates: Sendable, Equatable {
  /// As `systemctl show` names them: active, failed, inactive.
  let service: String
  /// Why the service failed: exit-code, watchdog; success when it did not.
  let result: String
  /// How often systemd started it again by itself since somebody last started it.
  let restarts: Int
  let socket: String
  let isSocketEnabled: Bool

  private static let names = ["callbookd.service", "callbookd.socket"]

  /// nil when systemctl(1) does not answer, or the units are not installed.
  static func ask() -> UnitStates? {
    let properties = "--property=Id,LoadState,ActiveState,UnitFileState,NRestarts,Result"
    return said(by: ["systemctl", "show", properties] + names).flatMap(UnitStates.init)
  }

  /// - Parameter text: what `systemctl show` says: lines of `KEY=value`, a blank line between units.
  init?(_ text: String) {
    var units: [String: [String: String]] = [:]
    for block in text.split(separator: "\n\n") {
      var unit: [String: String] = [:]
      for line in block.split(separator: "\n") {
        let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        unit[String(parts[0])] = parts.count > 1 ? String(parts[1]) : ""
      }
      if let name = unit["Id"] { units[name] = unit }
    }
    guard let service = units[Self.names[0]], let socket = units[Self.names[1]],
      service["LoadState"] == "loaded", socket["LoadState"] == "loaded"
    else { return nil }
    self.service = service["ActiveState"] ?? ""
    result = service["Result"] ?? ""
    restarts = service["NRestarts"].flatMap { Int($0) } ?? 0
    self.socket = socket["ActiveState"] ?? ""
    isSocketEnabled = socket["UnitFileState"] == "enabled"
  }

  /// What a program prints; nil when it cannot be run or fails.
  private static func said(by words: [String]) -> String? {
    var ends: [CInt] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    for end in ends { posix_spawn_file_actions_addclose(&actions, end) }
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    let failure = posix_spawnp(&child, words[0], &actions, nil, &arguments, environ)
    close(ends[1])
    guard failure == 0 else { return nil }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while case let count = read(ends[0], &chunk, chunk.count), count > 0 {
      bytes += chunk[..<count]
    }
    var status: CInt = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status == 0 ? String(decoding: bytes, as: UTF8.self) : nil
  }
}
