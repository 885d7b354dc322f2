import CallbookModel
import CallbookPhone
package import CallbookProtocol
package import CallbookRequests
package import CallbookStore
import Synchronization

/// A daemon without its socket: a real store in a directory of its own, a dispatcher, and a clock
/// that the test sets.
package final class TestShop {
  package let directory: TestDirectory
  package let accounts: TestAccounts
  package let clock: TestClock
  package let record: DispatchRecord
  package let limits: ProtocolLimits
  private let randomness = SequentialRandomness()
  private let wakes = Signal()
  private var running: (store: Store, dispatcher: Dispatcher, services: RequestServices)?
  private var connections: [TestConnection] = []
  private var lastConnection: UInt64 = 0

  /// How long a test waits for the writer before it gives up.
  private static let patienceSeconds = 20.0

  /// Everybody that the tests know: root's shop has nobody on the staff list yet.
  package static let users: [UInt32: String] = [
    0: "root", 990: "callbook", 4001: "alice", 4002: "bob", 4003: "carol", 4004: "dan",
    4005: "erin", 4006: "frank", 4007: "grace", 65_534: "nobody",
  ]

  /// - Parameter directory: where its store is; nil for one of its own.
  package init(
    limits: ProtocolLimits = ProtocolLimits(), record: DispatchRecord = DispatchRecord(),
    in directory: TestDirectory? = nil, clock: TestClock = TestClock()
  ) throws {
    self.directory = try directory ?? TestDirectory()
    accounts = TestAccounts(Self.users)
    self.clock = clock
    self.limits = limits
    self.record = record
    try open()
  }

  deinit { close() }

  package var store: Store {
    guard let running else { preconditionFailure("the shop is closed") }
    return running.store
  }

  package var dispatcher: Dispatcher {
    guard let running else { preconditionFailure("the shop is closed") }
    return running.dispatcher
  }

  /// For a further dispatcher on the same store.
  package var services: RequestServices {
    guard let running else { preconditionFailure("the shop is closed") }
    return running.services
  }

  // MARK: Open and closed

  /// Opens the store again, as after a restart.
  ///
  /// - Parameter isWaiting: until contacts can be found.
  package func open(waitingForNames isWaiting: Bool = true) throws {
    let store = try openStore()
    let services = RequestServices(
      version: "1.0.0-test", clock: clock,
      monotonicMilliseconds: { [clock] in clock.monotonicMilliseconds },
      phoneNumbers: LibPhoneNumberParser(), accounts: accounts,
      limits: CurrentLimits(limits),
      isTimeZone: { ["Asia/Shanghai", "Asia/Urumqi", "Europe/Berlin"].contains($0) })
    let dispatcher = try Dispatcher(
      table: .all, store: store, services: services, observer: record,
      wake: { [wakes] in wakes.send() })
    running = (store, dispatcher, services)
    if isWaiting { waitForNames() }
  }

  /// Within one process the connections of the last life may still be closing.
  private func openStore() throws -> Store {
    let services = StoreServices(
      clock: clock, randomness: randomness,
      monotonicMilliseconds: { [clock] in clock.monotonicMilliseconds },
      zoneRules: MachineZones.known)
    for _ in 0..<500 {
      do throws(CallbookError) {
        return try Store(
          in: StateDirectory(locking: directory.path), services: services, observer: record)
      } catch {
        guard error.reason == .queueFull || error.reason == .storeInUse else { throw error }
      }
    }
    return try Store(
      in: StateDirectory(locking: directory.path), services: services, observer: record)
  }

  package func close() {
    guard let running else { return }
    for connection in connections { connection.disconnect(from: running.dispatcher) }
    connections = []
    running.store.close()
    self.running = nil
  }

  package func restart() throws {
    close()
    try open()
  }

  /// Long reads are done in turn by few threads: each that returns leaves time for the names.
  private func waitForNames() {
    let done = Signal()
    for _ in 0..<10_000 where !store.isNameIndexFilled {
      store.read { _ in done.send() }
      done.wait(seconds: Self.patienceSeconds)
    }
  }

  // MARK: Connections

  package func connect(uid: UInt32 = 0, pid: Int32 = 100) -> TestConnection {
    lastConnection += 1
    let connection = TestConnection(
      ConnectionID(number: lastConnection), shop: self,
      peer: Peer(pid: pid, uid: uid, gid: uid, groups: []))
    connections.append(connection)
    connection.opened()
    return connection
  }

  /// Runs what the writer and the readers woke the loop for, until the condition holds.
  ///
  /// - Returns: whether it does; false after a wait that is much too long.
  package func run(until isDone: () -> Bool) -> Bool {
    if wakes.wait(seconds: 0) { dispatcher.woken() }
    while !isDone() {
      guard wakes.wait(seconds: Self.patienceSeconds) else { return false }
      dispatcher.woken()
    }
    return true
  }

  /// Until whatever was handed to the writer before is committed, and everybody was told.
  package func settle() {
    let wakes = wakes
    let flag = DoneFlag()
    store.submit(
      WriteJob(
        actor: LedgerEntry.Actor(uid: 0, pid: 1, user: nil), method: "test", isDryRun: true,
        work: { _ throws(CallbookError) in [] },
        completion: { _ in
          flag.set()
          wakes.send()
        }))
    _ = run { flag.isSet }
    dispatcher.woken()
  }

  /// Keeps the writer from its work until the returned closure is called.
  package func holdWriter() -> @Sendable () -> Void {
    let (begun, ended) = (Signal(), Signal())
    store.submit(
      WriteJob(
        actor: LedgerEntry.Actor(uid: 0, pid: 1, user: nil), method: "test", isDryRun: true,
        work: { _ throws(CallbookError) in
          begun.send()
          ended.wait(seconds: Self.patienceSeconds)
          return []
        }, completion: { _ in }))
    begun.wait(seconds: Self.patienceSeconds)
    return { ended.send() }
  }
}

/// Set by another thread.
private final class DoneFlag: Sendable {
  private let flag = Atomic(false)

  func set() { flag.store(true, ordering: .releasing) }
  var isSet: Bool { flag.load(ordering: .acquiring) }
}
