import CallbookModel
import CallbookStore
import CallbookTesting
import Synchronization
import Testing

@testable import CallbookSchedule

struct SchedulerTests {
  private static let day: Int64 = 86_400_000

  /// A shop whose scheduler sleeps by the shop's clock.
  private struct Scene {
    let shop: TestShop
    let sleeper: TestSleeper
    let scheduler: Scheduler

    init() throws {
      shop = try TestShop()
      sleeper = TestSleeper(shop.clock)
      scheduler = Scheduler(
        shop.store, clock: shop.clock, sleeper: sleeper,
        actor: LedgerEntry.Actor(uid: 0, pid: 1, user: nil))
      try scheduler.start()
    }

    func add(_ name: String) throws {
      _ = try shop.connect().result("contact.add", #"{"name":"\#(name)"}"#)
    }

    /// Until when it sleeps once everything that is due is dealt with.
    func rest() -> Instant? {
      // A claim is with the writer when it is asleep first; what follows from it, after that.
      for _ in 0..<2 {
        _ = sleeper.whenAsleep()
        shop.settle()
      }
      return sleeper.whenAsleep()
    }

    var figures: ScheduleState.Figures { shop.store.schedule.current }
  }

  @Test func `it sleeps until the next is due, has it fire, and sleeps on`() throws {
    let scene = try Scene()
    defer { scene.scheduler.stop() }
    #expect(scene.rest() == nil)
    try scene.add("A")
    let due = try #require(scene.rest())
    #expect(due == scene.figures.next)
    let left = due.millisecondsSince1970 - scene.shop.clock.now().millisecondsSince1970
    scene.sleeper.pass(milliseconds: left - 1)
    #expect(scene.rest() == due)
    #expect(scene.figures.lateness.count == 0)
    scene.sleeper.pass(milliseconds: 1)
    // The review that it opened is reminded of again, and then a manager is.
    let next = try #require(scene.rest())
    #expect(next > due && next == scene.figures.next)
    #expect(scene.figures.lateness.count == 1)
    #expect(scene.figures.pending == 2)
  }

  @Test func `a clock that is set ahead lets what is due fire at once, set back nothing twice`()
    throws
  {
    let scene = try Scene()
    defer { scene.scheduler.stop() }
    _ = scene.rest()
    try scene.add("A")
    let due = try #require(scene.rest())
    let before = scene.shop.clock.now()
    scene.sleeper.set(due.advanced(byMilliseconds: Self.day))
    let next = try #require(scene.rest())
    #expect(next > due)
    #expect(scene.figures.lateness.count == 1)
    scene.sleeper.set(before)
    #expect(scene.rest() == next)
    scene.sleeper.set(due)
    #expect(scene.rest() == next)
    #expect(scene.figures.lateness.count == 1)
  }

  @Test func `it answers who asks whether it still goes round, also while it ends`() throws {
    let scene = try Scene()
    let answers = Mutex(0)
    _ = scene.rest()
    scene.scheduler.ask { answers.withLock { $0 += 1 } }
    _ = scene.rest()
    #expect(answers.withLock { $0 } == 1)
    scene.scheduler.stop()
  }
}
