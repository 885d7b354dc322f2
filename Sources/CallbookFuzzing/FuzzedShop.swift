import CallbookModel
import CallbookPhone
import CallbookProtocol
import CallbookRequests
import CallbookStore
import Synchronization
import Systemd
import callbookd

/// A shop full of canaries as the daemon has it: its store, its dispatcher, its journal, its status.
/// Confined to whoever checks with it.
final class FuzzedShop {
  let dispatcher: Dispatcher
  let wakes: WriterWakes
  private let store: Store
  private let folder: StoreFolder
  private let log: DaemonLog
  private let sink = KeptEntries()
  private let clock: FuzzedClock
  private let status: ServiceStatus
  private let seedSeq: Int64
  private var connections: UInt64 = 0

  /// A copy of the one that was filled first.
  convenience init() throws {
    try self.init(in: StoreFolder(FilledStore.files()))
  }

  init(in folder: StoreFolder) throws {
    let (clock, sink) = (FuzzedClock(), sink)
    let wakes = try WriterWakes()
    let log = try DaemonLog(sink: sink, monotonicMilliseconds: { 1_000_000 })
    let store = try Store(
      in: StateDirectory(locking: folder.path),
      services: StoreServices(
        clock: clock, randomness: FixedRandomness(), monotonicMilliseconds: { 1_000_000 },
        zoneRules: TimeZoneDatabase.rules),
      observer: log)
    let services = RequestServices(
      version: "fuzz", clock: clock, monotonicMilliseconds: { 1_000_000 },
      phoneNumbers: LibPhoneNumberParser(), accounts: FuzzedAccounts(),
      limits: CurrentLimits(ProtocolLimits()), isTimeZone: TimeZoneDatabase.has)
    (self.folder, self.clock, self.wakes, self.log, self.store) = (folder, clock, wakes, log, store)
    dispatcher = try Dispatcher(
      table: .all, store: store, services: services, observer: log, wake: { wakes.send() })
    status = ServiceStatus(health: { store.state }, isBeingChecked: { store.isBeingChecked })
    seedSeq = store.headSeq
    try waitForNames()
  }

  /// Whether it is as it was opened: nothing was changed.
  var isUnchanged: Bool { store.headSeq == seedSeq }

  /// Everything that waits falls due, as the scheduler would have it.
  func letTimePass() throws {
    clock.advance(days: 100)
    let isMore = Mutex(true)
    for _ in 0..<100 where isMore.withLock({ $0 }) {
      try onWriter { store throws(CallbookError) in
        let claim = try store.claimDue()
        isMore.withLock { $0 = claim.isMore }
      }
    }
  }

  func close() { store.close() }

  /// What was said since the last time: messages and fields of the journal, and the status.
  func takeTexts() -> [String] {
    log.finish()
    let phases = ["starting", "ready", "stopping"].map { phase in
      status.enter(phase)
      return status.text
    }
    return phases
      + sink.take().flatMap { entry in [entry.message] + entry.fields.map(\.value) }
  }

  func nextConnection() -> ConnectionID {
    connections += 1
    return ConnectionID(number: connections)
  }

  private func onWriter(
    _ work: @escaping @Sendable (WriteTransaction) throws(CallbookError) -> Void
  ) throws {
    let done = DoneFlag()
    store.submit(
      WriteJob(
        actor: LedgerEntry.Actor(uid: 990, pid: 1, user: nil), method: "schedule.claim",
        work: { store throws(CallbookError) in
          try work(store)
          return []
        },
        completion: { [wakes] _ in
          done.set()
          wakes.send()
        }))
    try wakes.wait(until: { done.isSet }, "the writer does not come round")
    dispatcher.woken()
  }

  /// Found or not must not depend on how far the names are.
  private func waitForNames() throws {
    while !store.isNameIndexFilled {
      let done = DoneFlag()
      store.read { [wakes] _ in
        done.set()
        wakes.send()
      }
      try wakes.wait(until: { done.isSet }, "reading does not come round")
    }
  }
}
