import CallbookModel
import CallbookStore
import CallbookTesting
import Glibc
import Synchronization
import Systemd
import Testing

@testable import callbookd

struct HousekeepingTests {
  private final class Clocks: Sendable {
    let times = Mutex((wall: Int64(1_000_000), monotonic: Int64(0)))

    func advance(_ milliseconds: Int64, wall: Int64? = nil) {
      times.withLock {
        $0.monotonic += milliseconds
        $0.wall += wall ?? milliseconds
      }
    }
  }

  private struct Rig {
    let shop: TestShop
    let clocks = Clocks()
    let told = Told()
    let sink = RecordingSink()
    let status: ServiceStatus
    let log: DaemonLog
    let housekeeping: Housekeeping

    init() throws {
      shop = try TestShop()
      let clocks = clocks
      let status = ServiceStatus { [store = shop.store] in store.state }
      self.status = status
      log = try DaemonLog(
        sink: sink, monotonicMilliseconds: { clocks.times.withLock { $0.monotonic } })
      housekeeping = Housekeeping(
        Housekeeping.World(
          wallMilliseconds: { clocks.times.withLock { $0.wall } },
          monotonicMilliseconds: { clocks.times.withLock { $0.monotonic } }, store: shop.store,
          log: log, notification: told.notification, status: status))
    }
  }

  @Test func `the end of the ledger is written at the start and every hour`() throws {
    let rig = try Rig()
    let manager = rig.shop.connect()
    _ = try manager.result("staff.add", ##"{"user":"#5001","role":["admin"]}"##)
    rig.housekeeping.turn()
    #expect(rig.sink.saw("audit_head"))
    for minutes in 1...60 {
      rig.clocks.advance(60_000)
      rig.housekeeping.turn()
      if minutes == 59 { #expect(rig.log.finish() && rig.sink.of("audit_head").count == 1) }
    }
    #expect(rig.sink.saw("audit_head", times: 2))
    let head = rig.sink.of("audit_head")[1].fields.map(\.value)
    #expect(head[1] == "\(rig.shop.store.headSeq)" && head[1] != "0")
    #expect(head[2].count == 64)
  }

  @Test func `a clock that was set is said once`() throws {
    let rig = try Rig()
    rig.housekeeping.turn()
    rig.clocks.advance(1_000, wall: 7_200_000)
    rig.housekeeping.turn()
    rig.clocks.advance(1_000)
    rig.housekeeping.turn()
    #expect(rig.log.finish())
    let steps = rig.sink.of("clock_stepped")
    #expect(steps.map(\.message) == ["the wall clock moved ahead by 7199 s at once"])
  }

  @Test func `a year whose holidays are not known is said at the start and once a day`() throws {
    let rig = try Rig()
    // 30 September 2026, noon in UTC: only this year has to be known.
    rig.clocks.times.withLock { $0.wall = 1_790_769_600_000 }
    rig.housekeeping.turn()
    rig.clocks.advance(60_000)
    rig.housekeeping.turn()
    rig.shop.settle()
    #expect(rig.log.finish() && rig.sink.of("calendar_missing").isEmpty)
    for _ in 1...3 {
      rig.clocks.advance(43_200_000)
      rig.housekeeping.turn()
    }
    #expect(rig.sink.saw("calendar_missing", times: 2))
    let entry = rig.sink.of("calendar_missing")[0]
    #expect(entry.message.contains("the holidays of 2027 are not known"))
  }

  @Test func `the status line is sent when it changes`() throws {
    let rig = try Rig()
    for _ in 0..<3 { rig.housekeeping.turn() }
    rig.status.enter("ready")
    for _ in 0..<3 { rig.housekeeping.turn() }
    #expect(rig.told.all == ["STATUS=starting", "STATUS=ready"])
  }

  @Test func `a service manager that does not listen is said once, and told when it does`() throws {
    let rig = try Rig()
    rig.told.answers(-ECONNREFUSED)
    for _ in 0..<3 { rig.housekeeping.turn() }
    #expect(rig.log.finish() && rig.sink.of("manager_unreachable").count == 1)
    rig.told.answers(1)
    rig.housekeeping.turn()
    #expect(rig.told.all == ["STATUS=starting"])
    rig.told.answers(-ECONNREFUSED)
    rig.status.enter("ready")
    rig.housekeeping.turn()
    #expect(rig.log.finish() && rig.sink.of("manager_unreachable").count == 2)
  }

  @Test func `what was held back is said when its minute is over`() throws {
    let rig = try Rig()
    for _ in 0..<5 { rig.log.write(.callerRefused(uid: 4001, .notStaff)) }
    rig.clocks.advance(59_000)
    rig.housekeeping.turn()
    #expect(rig.log.finish(), "which says it earlier")
    #expect(
      rig.sink.of("caller_refused").map(\.message)
        == ["user ID 4001 was refused", "user ID 4001 was refused (4 more within a minute)"])
  }
}
