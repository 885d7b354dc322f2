import Testing

@testable import CallbookStore

struct HealthStateTests {
  @Test func `a full disk heals and a failed one does not`() {
    let health = HealthState()
    #expect(health.current == .ready)
    #expect(!health.become(.ready))
    #expect(health.become(.full))
    #expect(health.current == .full)
    #expect(health.become(.ready))
    #expect(health.become(.failed))
    #expect(!health.become(.ready) && !health.become(.full))
    #expect(health.current == .failed)
  }
}
