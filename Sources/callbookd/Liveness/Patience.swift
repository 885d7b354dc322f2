import CallbookModel
import Synchronization
import Systemd

/// Asks the service manager for more time while something at the start takes long, such as
/// recovering a big store after a crash.
enum Patience {
  static let turn = Duration.seconds(5)
  /// How far each request moves the end of the manager's patience.
  static let extensionMicroseconds: UInt64 = 30_000_000
  /// With the usual turn ten minutes: what takes longer hangs, and is to be ended.
  static let mostExtensions = 120

  /// - Parameter what: what is going on, for `systemctl status`.
  static func during<Result>(
    _ what: String, _ notification: ServiceNotification, log: DaemonLog,
    every turn: Duration = turn,
    _ body: () throws(CallbookError) -> Result
  ) throws(CallbookError) -> Result {
    let extensions = Mutex(0)
    let thread: PeriodicThread
    do throws(SystemError) {
      try notification.status(what)
      thread = try PeriodicThread(named: "patience", every: turn) {
        let count = extensions.withLock { count in
          count += 1
          return count
        }
        guard count <= mostExtensions else { return }
        do throws(SystemError) {
          try notification.extendTimeout(microseconds: extensionMicroseconds)
        } catch {
          log.write(.managerUnreachable(error))
        }
      }
    } catch {
      log.write(.managerUnreachable(error))
      return try body()
    }
    defer { thread.stop() }
    return try body()
  }
}
