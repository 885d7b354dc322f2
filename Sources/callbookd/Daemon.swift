import CallbookModel
import CallbookPhone
import CallbookRequests
import CallbookSchedule
import CallbookServer
import CallbookStore
import Glibc
import Logging
import ServiceLifecycle
import Systemd
import UnixSignals

/// The parts of the daemon, put together.
struct Daemon {
  let store: Store
  let server: Server
  let log: DaemonLog
  let notification = ServiceNotification()
  let status: ServiceStatus
  let reloading: Reloading
  private let executor = ExecutorPulse()
  private let writer: WriterPulse
  private let scheduler: Scheduler

  /// Opens the store; nothing is served yet.
  init(
    _ configuration: LoadedConfiguration, from sources: ConfigurationSources, log: DaemonLog
  ) throws(CallbookError) {
    let settings = configuration.settings
    let limits = CurrentLimits(settings.limits)
    let directory = try StateDirectory(locking: settings.stateDirectory)
    let services = Self.services(limits, log)
    let progress = StartProgress(notification)
    let store = try Patience.during(progress, notification, log: log) {
      () throws(CallbookError) in
      try Store(
        in: directory,
        services: StoreServices(
          clock: services.clock, randomness: SystemRandomness(),
          monotonicMilliseconds: services.monotonicMilliseconds,
          zoneRules: TimeZoneDatabase.rules,
          monotonicNanoseconds: services.monotonicNanoseconds, opening: progress.note),
        observer: log, logBytes: settings.logBytes, keeping: settings.backups)
    }
    self.log = log
    self.store = store
    status = ServiceStatus(
      health: { store.state }, isBeingChecked: { store.isBeingChecked })
    writer = WriterPulse(of: store)
    server = Self.server(settings, services, store, log)
    scheduler = try Self.scheduler(store, services)
    reloading = Reloading(
      sources, settings: settings, limits: limits, backups: store.backups, server: server, log: log,
      notification: notification, status: status)
  }

  /// Answers until the process is asked to stop, then finishes what is in flight.
  ///
  /// The signals are caught before anybody can connect: whoever is told that the daemon is ready may
  /// ask it to stop in the same instant.
  func serve(on address: ListenAddress) async throws {
    let group = ServiceGroup(
      services: [executor, Serving(daemon: self, address: address)],
      gracefulShutdownSignals: Self.stopSignals,
      logger: Logger(label: "callbookd", factory: { _ in SwiftLogNoOpLogHandler() }))
    try await group.run()
  }

  /// On a terminal SIGHUP means that the terminal is gone; elsewhere it asks for a reload.
  private static var stopSignals: [UnixSignal] {
    [.sigterm, .sigint] + (Terminal.isStandardError ? [.sighup] : [])
  }

  fileprivate func start(on address: ListenAddress) async throws {
    try await server.start(listening: address)
    do throws(SystemError) {
      try scheduler.start()
    } catch {
      throw CallbookError(.internal, "the scheduler cannot start: \(error)")
    }
    adoptShippedYears()
    if store.recovered { log.write(.recovered(seq: store.headSeq)) }
    status.enter("ready")
    log.write(.ready(seq: store.headSeq))
    try notification.ready(status: status.text)
  }

  /// A release may know a further year of holidays than the one before.
  private func adoptShippedYears() {
    store.submit(
      WriteJob(
        actor: Self.actor, method: "calendar.adopt",
        work: { store throws(CallbookError) in
          try store.adoptShippedYears()
          return []
        },
        completion: { [log] result in
          if case .failure(let error) = result { log.write(.storeTrouble(.calendar, error)) }
        }))
  }

  /// What the daemon does by itself is on record as its doing.
  private static var actor: LedgerEntry.Actor {
    LedgerEntry.Actor(uid: UserDatabase.ownUID, pid: getpid(), user: nil)
  }

  fileprivate func stop() async throws {
    log.write(.stopping)
    status.enter("stopping")
    try notification.stopping(status: status.text)
    await server.stopAccepting()
    let isComplete = await server.drain(within: .seconds(reloading.settings.drainSeconds))
    await server.close()
    scheduler.stop()
    store.close()
    log.sayHeldBack()
    log.write(.stopped(isComplete: isComplete))
  }

  private static func server(
    _ settings: Settings, _ services: RequestServices, _ store: Store, _ log: DaemonLog
  ) -> Server {
    var configuration = ServerConfiguration(
      isReserved: { uid in
        guard uid != 0, uid != UserDatabase.ownUID else { return true }
        do throws(CallbookError) {
          return try store.isAdmin(uid: uid)
        } catch {
          log.write(.storeTrouble(.admins, error))
          return false
        }
      }, refusal: Refusal.line, monotonicMilliseconds: Monotonic.milliseconds)
    configuration.limits = settings.serverLimits
    return Server(
      configuration: configuration,
      makeResponder: { _, wake in
        do throws(CallbookError) {
          return try Dispatcher(
            table: .all, store: store, services: services, observer: log, wake: wake)
        } catch {
          return RefusingResponder(error)
        }
      }, observer: log)
  }

  /// The waiting reminders are known already: since the last stop, or counted when the store was opened.
  private static func scheduler(
    _ store: Store, _ services: RequestServices
  ) throws(CallbookError) -> Scheduler {
    do throws(SystemError) {
      return Scheduler(
        store, clock: services.clock, sleeper: try WallTimer(),
        actor: Self.actor)
    } catch {
      throw CallbookError(.internal, "there is no timer for reminders: \(error)")
    }
  }

  private static func services(_ limits: CurrentLimits, _ log: DaemonLog) -> RequestServices {
    let startedAt = SystemClock().now().millisecondsSince1970
    return RequestServices(
      version: Version.text, clock: SystemClock(), monotonicMilliseconds: Monotonic.milliseconds,
      monotonicNanoseconds: Monotonic.nanoseconds,
      phoneNumbers: LibPhoneNumberParser(), accounts: MachineAccounts(),
      limits: limits, isTimeZone: TimeZoneDatabase.has,
      daemon: { DaemonFigures.now(log, startedAt: startedAt) })
  }
}

extension Daemon {
  /// How often the housekeeping has a look when no watchdog asks for more.
  private static let turn = Duration.seconds(1)

  /// Begins with what is due now and then; whoever started it stops it.
  fileprivate func keepHouse() throws(SystemError) -> PeriodicThread {
    let interval = try ServiceNotification.watchdogInterval()
    let watchdog = interval.map { interval in
      Watchdog(
        interval: interval, now: Monotonic.milliseconds(), probes: probes,
        notification: notification, log: log)
    }
    let housekeeping = Housekeeping(
      Housekeeping.World(
        wallMilliseconds: { SystemClock().now().millisecondsSince1970 },
        monotonicMilliseconds: Monotonic.milliseconds, store: store, log: log,
        notification: notification, status: status),
      watchdog: watchdog, writer: writer)
    let turn =
      interval.map {
        .milliseconds(Liveness.turnMilliseconds(intervalMilliseconds: $0.milliseconds))
      } ?? Self.turn
    return try PeriodicThread(named: "housekeeping", every: turn) { housekeeping.turn() }
  }

  private var probes: [Watchdog.Probe] {
    let loops = (0..<server.loopCount).map { number in
      Watchdog.Probe(.loop(number)) { [server] in server.probe(number, answered: $0) }
    }
    return loops + [
      Watchdog.Probe(.writer) { [writer] in writer.ask($0) },
      Watchdog.Probe(.scheduler) { [scheduler] in scheduler.ask($0) },
      Watchdog.Probe(.executor) { [executor] in executor.ask($0) },
    ]
  }
}

/// Serves from when the signals are caught until the process is asked to stop.
private struct Serving: Service, CustomStringConvertible {
  let daemon: Daemon
  let address: ListenAddress
  // A service group asks for it; else reflection would go through all of the daemon at its start.
  let description = "serving"

  func run() async throws {
    let hangups = await UnixSignalsSequence(trapping: .sighup)
    try await daemon.start(on: address)
    let housekeeping = try daemon.keepHouse()
    defer { housekeeping.stop() }
    for await _ in hangups.cancelOnGracefulShutdown() where !Terminal.isStandardError {
      await daemon.reloading.reload()
    }
    try await daemon.stop()
  }
}
