import CallbookTesting
import Glibc
import Testing

extension Daemon {
  /// A daemon that is ready, to which every user of the machine may connect.
  static func open(
    in area: TestDirectory, wrapper: [String] = [], configuration: String = "/dev/null"
  ) throws -> Daemon {
    let daemon = try Daemon(in: area, wrapper: wrapper, configuration: configuration)
    try #require(try daemon.isReady(), "\(daemon.output)")
    try #require(chmod(area.path, 0o755) == 0 && chmod(area.socket, 0o666) == 0)
    return daemon
  }

  func connected() throws -> Client {
    try #require(Client(area.socket), "\(output)")
  }

  /// What a shell does with it that finds callbook and its socket.
  func typed(_ command: String) throws -> (status: CInt, said: String) {
    let directory = try Program.path(of: "callbook").split(separator: "/").dropLast()
    let output = area.file("typed")
    unlink(output)
    let shell = try Program(
      ["sh", "-c", "PATH=/\(directory.joined(separator: "/")):$PATH; \(command)"],
      environment: ["CALLBOOK_SOCKET=\(area.socket)"], output: output)
    return (shell.wait(), text(of: output))
  }
}
