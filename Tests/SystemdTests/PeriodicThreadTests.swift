import Dispatch
import Synchronization
import Testing

@testable import Systemd

struct PeriodicThreadTests {
  @Test func `it comes again and again until it is stopped`() throws {
    let times = DispatchSemaphore(value: 0)
    let count = Mutex(0)
    let thread = try PeriodicThread(named: "test", every: .milliseconds(1)) {
      count.withLock { $0 += 1 }
      times.signal()
    }
    for _ in 0..<3 { #expect(times.wait(timeout: .now() + 30) == .success) }
    thread.stop()
    let after = count.withLock { $0 }
    #expect(after >= 3)
    thread.stop()
    #expect(count.withLock { $0 } == after, "once stopped it never comes again")
  }

  @Test func `a long interval is not waited for at the end`() throws {
    let thread = try PeriodicThread(named: "test", every: .seconds(3600)) {
      Issue.record("an hour has not passed")
    }
    thread.stop()
  }

  @Test func `a message id is thirty-two digits`() {
    let id: MessageID = "0479a61db59b480383cb6537d42d4497"
    #expect(id.description == "0479a61db59b480383cb6537d42d4497")
    #expect(id == MessageID(0x0479_a61d_b59b_4803, 0x83cb_6537_d42d_4497))
  }
}
