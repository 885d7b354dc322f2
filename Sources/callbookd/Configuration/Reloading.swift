import CallbookRequests
import CallbookServer
import CallbookStore
import Synchronization
import Systemd

/// Reads the configuration again: applies it, or keeps the one before entirely and says why.
final class Reloading: Sendable {
  private let sources: ConfigurationSources
  private let current: Mutex<Settings>
  private let limits: CurrentLimits
  private let backups: Backups
  private let server: Server
  private let log: DaemonLog
  private let notification: ServiceNotification
  private let status: ServiceStatus

  init(
    _ sources: ConfigurationSources, settings: Settings, limits: CurrentLimits, backups: Backups,
    server: Server,
    log: DaemonLog,
    notification: ServiceNotification, status: ServiceStatus
  ) {
    self.sources = sources
    current = Mutex(settings)
    self.limits = limits
    self.backups = backups
    self.server = server
    self.log = log
    self.notification = notification
    self.status = status
  }

  var settings: Settings { current.withLock { $0 } }

  /// One at a time. The service manager hears of the beginning and of the end.
  func reload() async {
    log.write(.reloading)
    tell { () throws(SystemError) in try self.notification.reloading() }
    do throws(ConfigurationErrors) {
      let loaded = try sources.load()
      let change = current.withLock { SettingsChange.take(loaded.settings, into: &$0) }
      await apply()
      log.write(.reloaded(change))
      let waiting = change.waiting.joined(separator: ", ")
      status.noteReload(waiting.isEmpty ? nil : "waiting for a restart: \(waiting)")
    } catch {
      for problem in error.problems { log.write(.configurationWrong(problem)) }
      log.write(.reloadFailed(problems: error.problems.count))
      status.noteReload("the last reload failed: \(error.problems[0].place)")
    }
    tell { () throws(SystemError) in try self.notification.ready(status: self.status.text) }
  }

  private func apply() async {
    let settings = settings
    limits.use(settings.limits)
    backups.use(settings.backups)
    await server.use(settings.serverLimits)
  }

  private func tell(_ body: () throws(SystemError) -> Void) {
    do throws(SystemError) {
      try body()
    } catch {
      log.write(.managerUnreachable(error))
    }
  }
}
