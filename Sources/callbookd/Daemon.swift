import CallbookModel
import CallbookPhone
import CallbookProtocol
import CallbookRequests
import CallbookServer
import CallbookStore
import Logging
import ServiceLifecycle
import Systemd
import UnixSignals

/// The parts of the daemon, put together.
struct Daemon {
  /// How long a stop waits for answers that are still on their way.
  static let drainLimit = Duration.seconds(5)

  let store: Store
  let server: Server
  let log: DaemonLog
  let notification = ServiceNotification()

  /// Opens the store; nothing is served yet.
  init(stateDirectory: String) throws(CallbookError) {
    let log = try DaemonLog.open()
    let directory = try StateDirectory(locking: stateDirectory)
    let services = Self.services()
    let store = try Store(
      in: directory,
      services: StoreServices(
        clock: services.clock, randomness: SystemRandomness(),
        monotonicMilliseconds: services.monotonicMilliseconds),
      observer: log)
    self.log = log
    self.store = store
    server = Server(
      configuration: Self.configuration(services.limits) { uid in
        guard uid != 0, uid != UserDatabase.ownUID else { return true }
        do throws(CallbookError) {
          return try store.isAdmin(uid: uid)
        } catch {
          log.checkFailed("whether a user is an admin", error)
          return false
        }
      },
      makeResponder: { _, wake in
        do throws(CallbookError) {
          return try Dispatcher(
            table: .all, store: store, services: services, observer: log, wake: wake)
        } catch {
          return RefusingResponder(error)
        }
      }, observer: log)
  }

  /// Answers until the process is asked to stop, then finishes what is in flight.
  ///
  /// The signals are caught before anybody can connect: whoever is told that the daemon is ready may
  /// ask it to stop in the same instant.
  func serve(on address: ListenAddress) async throws {
    let group = ServiceGroup(
      services: [Serving(daemon: self, address: address)],
      gracefulShutdownSignals: [.sigterm, .sigint],
      logger: Logger(label: "callbookd", factory: { _ in SwiftLogNoOpLogHandler() }))
    try await group.run()
  }

  fileprivate func start(on address: ListenAddress) async throws {
    try await server.start(listening: address)
    log.started(store)
    try notification.ready(status: "ready")
  }

  fileprivate func stop() async throws {
    try notification.stopping(status: "stopping")
    await server.stopAccepting()
    let isComplete = await server.drain(within: Self.drainLimit)
    await server.close()
    store.close()
    log.stopped(isComplete: isComplete)
  }

  private static func services() -> RequestServices {
    RequestServices(
      version: Version.text, clock: SystemClock(), monotonicMilliseconds: Monotonic.milliseconds,
      phoneNumbers: LibPhoneNumberParser(), accounts: MachineAccounts(),
      limits: ProtocolLimits(), isTimeZone: TimeZoneDatabase.has)
  }

  private static func configuration(
    _ limits: ProtocolLimits, isReserved: @escaping @Sendable (UInt32) -> Bool
  ) -> ServerConfiguration {
    var configuration = ServerConfiguration(
      isReserved: isReserved, refusal: Refusal.line,
      monotonicMilliseconds: Monotonic.milliseconds)
    configuration.limits.lineBytes = limits.lineBytes
    configuration.limits.connections = limits.connections
    configuration.limits.connectionsPerUser = limits.connectionsOfOneUser
    configuration.limits.outputBytes = limits.waitingOutputBytes
    configuration.limits.stallMilliseconds = Int64(limits.stalledSeconds) * 1000
    return configuration
  }
}

/// Serves from when the signals are caught until the process is asked to stop.
private struct Serving: Service {
  let daemon: Daemon
  let address: ListenAddress

  func run() async throws {
    try await daemon.start(on: address)
    try await gracefulShutdown()
    try await daemon.stop()
  }
}
