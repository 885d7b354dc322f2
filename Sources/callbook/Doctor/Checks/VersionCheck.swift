import CallbookClient
import CallbookModel

/// Whether the command and the daemon are of one version: after an upgrade the daemon is restarted.
struct VersionCheck: Check {
  let name = "version"

  func title(_ texts: Texts) -> String { texts.either("version", "程序版本") }

  func look(at scene: Scene, _ texts: Texts) -> Finding {
    guard let theirs = Self.version(scene.greeting) else { return .skipped(texts.noGreeting) }
    let own = VersionCommand.text
    return theirs == own
      ? .well(own)
      : .amiss(
        texts.either(
          "the command is \(own), the daemon \(theirs)", "本命令为 \(own)，守护进程为 \(theirs)"),
        fix: "systemctl restart callbookd")
  }

  private static func version(_ greeting: Result<Greeting, CallbookError>) -> String? {
    switch greeting {
    case .success(let greeting): greeting.version
    case .failure(let error): error.text("daemon_version")
    }
  }
}
