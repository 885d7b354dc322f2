import CallbookStore
import Synchronization
import Testing

@testable import callbookd

struct ServiceStatusTests {
  private final class Health: Sendable {
    let state = Mutex(StoreHealth.ready)
  }

  @Test func `the line says how the daemon is and what a reload left to do`() {
    let health = Health()
    let status = ServiceStatus { health.state.withLock { $0 } }
    #expect(status.text == "starting")
    status.enter("ready")
    #expect(status.text == "ready")
    health.state.withLock { $0 = .full }
    #expect(
      status.text == "degraded: the disk is full, changes are refused, reads go on")
    status.noteReload("the last reload failed: /etc/callbook/callbook.conf:3")
    #expect(status.text.hasSuffix("; the last reload failed: /etc/callbook/callbook.conf:3"))
    status.noteReload(nil)
    health.state.withLock { $0 = .failed }
    #expect(status.text.hasPrefix("degraded: the disk failed"))
    status.enter("stopping")
    #expect(status.text == "stopping")
  }
}
