import CallbookModel
import Synchronization
import Systemd

/// Tells the service manager how far the start is, and asks it for more time while that takes long,
/// such as recovering a big store after a crash.
enum Patience {
  static let turn = Duration.seconds(1)
  static let turnsBetweenExtensions = 5
  /// How far each request moves the end of the manager's patience.
  static let extensionMicroseconds: UInt64 = 30_000_000
  /// With the usual turn ten minutes: what takes longer hangs, and is to be ended.
  static let mostExtensions = 120

  static func during<Result>(
    _ progress: StartProgress, _ notification: ServiceNotification, log: DaemonLog,
    every turn: Duration = turn,
    _ body: () throws(CallbookError) -> Result
  ) throws(CallbookError) -> Result {
    let turns = Mutex(0)
    let thread: PeriodicThread
    do throws(SystemError) {
      try progress.tell()
      thread = try PeriodicThread(named: "patience", every: turn) {
        let count = turns.withLock { count in
          count += 1
          return count
        }
        guard count <= mostExtensions * turnsBetweenExtensions else { return }
        do throws(SystemError) {
          try progress.tell()
          guard count.isMultiple(of: turnsBetweenExtensions) else { return }
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
