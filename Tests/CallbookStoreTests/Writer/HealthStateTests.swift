import Synchronization
import Testing

@testable import CallbookStore

struct HealthStateTests {
  @Test func `a full disk heals and a failed one does not`() {
    let told = Mutex<[StoreHealth]>([])
    let health = HealthState(.ready) { health in told.withLock { $0.append(health) } }
    #expect(health.current == .ready)
    for next in [.ready, .full, .full, .ready, .failed, .ready, .full, .failed] as [StoreHealth] {
      health.become(next)
    }
    #expect(health.current == .failed)
    #expect(told.withLock { $0 } == [.full, .ready, .failed])
  }
}
