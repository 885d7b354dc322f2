import CallbookModel
import CallbookStore
import Synchronization
import Systemd

/// What is due now and then, on a thread of its own: the status line, the end of the ledger every
/// hour, the calendar every day, backups that have had their time, the wall clock, held back
/// messages, the watchdog.
final class Housekeeping: Sendable {
  /// The outside of it, so that a test can turn the clocks.
  struct World: Sendable {
    let wallMilliseconds: @Sendable () -> Int64
    let monotonicMilliseconds: @Sendable () -> Int64
    let store: Store
    let log: DaemonLog
    let notification: ServiceNotification
    let status: ServiceStatus
  }

  static let headMilliseconds: Int64 = 3_600_000
  /// Between the readings of the two clocks: beyond it this thread was not running, and what the
  /// clocks say does not belong together.
  private static let mostBetweenReadings: Int64 = 100

  private struct State {
    var clocks = ClockWatch()
    var nextHead: Int64
    var status: String?
    var isUnreachable = false
    /// The day, counted in UTC, on which the calendar was last looked at.
    var calendarDay: Int64?
  }

  private let world: World
  private let watchdog: Watchdog?
  private let writer: WriterPulse?
  private let state: Mutex<State>

  init(_ world: World, watchdog: Watchdog? = nil, writer: WriterPulse? = nil) {
    self.world = world
    self.watchdog = watchdog
    self.writer = writer
    state = Mutex(State(nextHead: world.monotonicMilliseconds()))
  }

  func turn() {
    let now = world.monotonicMilliseconds()
    world.log.turn()
    lookAtClocks()
    writeHeadIfDue(now)
    lookAtCalendarIfDue()
    writer?.look()
    tell { () throws(SystemError) in
      try self.watchdog?.turn(now: now)
      try self.sendStatus()
    }
  }

  private func lookAtClocks() {
    let before = world.monotonicMilliseconds()
    let wall = world.wallMilliseconds()
    let after = world.monotonicMilliseconds()
    guard after - before <= Self.mostBetweenReadings else { return }
    let step = state.withLock { $0.clocks.look(wall: wall, monotonic: before) }
    if let step { world.log.write(.clockStepped(milliseconds: step)) }
  }

  /// So that a ledger whose end was cut off is found: the journal knows where it ended.
  private func writeHeadIfDue(_ now: Int64) {
    let isDue = state.withLock { state in
      guard now >= state.nextHead else { return false }
      state.nextHead = now + Self.headMilliseconds
      return true
    }
    guard isDue else { return }
    world.store.backups.tidyLater()
    world.store.read { [log = world.log] result in
      do throws(CallbookError) {
        log.write(.auditHead(try result.get().ledgerTail()))
      } catch {
        log.write(.storeTrouble(.ledger, error))
      }
    }
  }

  /// At the start and once a day: a year whose notice nobody imported is said until somebody does.
  private func lookAtCalendarIfDue() {
    let now = Instant(millisecondsSince1970: world.wallMilliseconds())
    let day = now.millisecondsSince1970 / 86_400_000
    let isDue = state.withLock { state in
      defer { state.calendarDay = day }
      return state.calendarDay != day
    }
    guard isDue else { return }
    world.store.read { [log = world.log] result in
      do throws(CallbookError) {
        let missing = try result.get().workCalendar().missingYears(at: now)
        if !missing.isEmpty { log.write(.calendarMissing(missing)) }
      } catch {
        log.write(.storeTrouble(.calendar, error))
      }
    }
  }

  private func sendStatus() throws(SystemError) {
    let text = world.status.text
    guard state.withLock({ $0.status != text }) else { return }
    try world.notification.status(text)
    state.withLock { $0.status = text }
  }

  /// A service manager that cannot be reached is said once, not every second.
  private func tell(_ body: () throws(SystemError) -> Void) {
    do throws(SystemError) {
      try body()
      state.withLock { $0.isUnreachable = false }
    } catch {
      let wasUnreachable = state.withLock { state in
        defer { state.isUnreachable = true }
        return state.isUnreachable
      }
      if !wasUnreachable { world.log.write(.managerUnreachable(error)) }
    }
  }
}
