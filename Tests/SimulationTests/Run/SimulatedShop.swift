import CFaults
import CSQLite
import CallbookModel
import CallbookTesting
import Dispatch
import Glibc
import Synchronization

@testable import CallbookSchedule
@testable import CallbookStore

/// The program as the simulated people use it: a real store on a disk that fails on demand, requests by
/// its dispatcher, and what the scheduler decides to do, done at once.
final class SimulatedShop {
  let clock: TestClock
  private let shop: TestShop
  private let plan: faults_plan
  private var scheduler = SchedulerState()
  private var connections: [UInt32: TestConnection] = [:]
  private var reader: StoreReader?
  private static let daemon = LedgerEntry.Actor(uid: 990, pid: 1, user: nil)

  init(at start: Instant) throws {
    faults_install()
    clock = TestClock(start)
    // In memory, where there is such a place: thousands of commits each wait for their disk.
    let folder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    let directory = try TestDirectory(in: folder)
    plan = faults_attach(directory.path)
    shop = try TestShop(in: directory, clock: clock)
  }

  deinit { faults_disarm(plan) }

  var now: Instant { clock.now() }
  var head: Int64 { shop.store.headSeq }
  var figures: ScheduleState.Figures { shop.store.schedule.current }
  var troubles: [CallbookError] { shop.record.troubles }

  // MARK: What people ask

  enum Answer {
    case done
    case refused(reason: String)
    /// The disk failed: nothing of it happened, or nobody knows.
    case broken(isUnknown: Bool)
  }

  func ask(uid: UInt32, _ method: String, _ params: String) throws -> Answer {
    let connection = connections[uid] ?? shop.connect(uid: uid)
    connections[uid] = connection
    let answer = try connection.call(method, params)
    guard let data = answer["error"]?["data"] else { return .done }
    let reason = data["reason"]?.text ?? ""
    switch reason {
    case "COMMIT_UNKNOWN", "STORE_FAILING", "DISK_FULL":
      return .broken(isUnknown: data["committed"]?.text != "no")
    default: return .refused(reason: reason)
    }
  }

  func read<Value>(_ body: (ReadTransaction) throws -> Value) throws -> Value {
    let reader = try self.reader ?? shop.store.makeReader()
    self.reader = reader
    let value = try body(reader.snapshot())
    try reader.endSnapshot()
    return value
  }

  // MARK: The scheduler

  enum Rest: Equatable {
    case until(Instant?)
    case broken
  }

  /// Does what the scheduler would, until it would sleep.
  func runScheduler() -> Rest {
    while true {
      switch scheduler.step(now: now, figures) {
      case .end: return .broken
      case .rest(let until): return .until(until)
      case .claim:
        guard
          submit("schedule.claim", { store throws(CallbookError) in try store.claimDue().isMore })
        else { return .broken }
      case .replan:
        let isDone = submit("schedule.replan") { store throws(CallbookError) in
          _ = try store.replanSome()
          return false
        }
        guard isDone else { return .broken }
      }
    }
  }

  private func submit(
    _ method: String,
    _ work: @escaping @Sendable (WriteTransaction) throws(CallbookError) -> Bool
  ) -> Bool {
    let answered = DispatchSemaphore(value: 0)
    let isMore = Mutex<Bool?>(nil)
    shop.store.submit(
      WriteJob(
        actor: Self.daemon, method: method,
        work: { store throws(CallbookError) in try work(store) ? [1] : [] },
        completion: { result in
          if case .success(let reply) = result { isMore.withLock { $0 = !reply.isEmpty } }
          answered.signal()
        }))
    answered.wait()
    let result = isMore.withLock { $0 }
    scheduler.answered(isMore: result, now: now)
    return result != nil
  }

  // MARK: Time

  func pass(milliseconds: Int64) { clock.advance(milliseconds: milliseconds) }

  /// Somebody sets the clock.
  func setClock(to instant: Instant) {
    clock.set(instant)
    scheduler.clockWasSet()
  }

  // MARK: Crashes

  /// From the n-th write or sync on the disk takes nothing more, as when the machine loses power then.
  func breakDisk(onSync: Bool, after calls: Int) {
    let code = SQLITE_IOERR | (onSync ? 4 : 3) << 8
    faults_arm(plan, onSync ? faults_sync : faults_write, calls, code, 1)
  }

  /// The program ends without writing anything more, and is started again.
  func crash(downFor milliseconds: Int64 = 0) throws {
    for operation in [faults_write, faults_sync, faults_truncate] {
      faults_arm(plan, operation, 1, SQLITE_IOERR | 3 << 8, 1)
    }
    connections = [:]
    reader = nil
    shop.close()
    faults_disarm(plan)
    try reopen(after: milliseconds)
  }

  /// The program is stopped, and started again later.
  func stop(downFor milliseconds: Int64) throws {
    connections = [:]
    reader = nil
    shop.close()
    try reopen(after: milliseconds)
  }

  private func reopen(after milliseconds: Int64) throws {
    pass(milliseconds: milliseconds)
    scheduler = SchedulerState()
    try shop.open()
  }
}
