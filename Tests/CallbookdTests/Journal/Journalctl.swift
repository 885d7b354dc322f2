import CallbookTesting
import Glibc

/// journalctl(1) of this machine.
enum Journalctl {
  static let exists = access("/usr/bin/journalctl", X_OK) == 0

  static func run(
    _ arguments: [String], in area: TestDirectory
  ) throws -> (status: CInt, said: String) {
    let output = area.file("journalctl")
    unlink(output)
    let program = try Program(
      ["/usr/bin/journalctl"] + arguments, environment: ["SYSTEMD_COLORS=0"], output: output)
    return (program.wait(), text(of: output))
  }
}
