import CallbookTesting
import Glibc
import Synchronization
import Systemd
import Testing

@Suite struct ServiceNotificationTests {
  private final class Sent: Sendable {
    let states = Mutex<[String]>([])
  }

  private func notification(into sent: Sent, answer: CInt = 1) -> ServiceNotification {
    ServiceNotification(
      send: { state in
        sent.states.withLock { $0.append(state) }
        return answer
      },
      monotonicMicroseconds: { 1_234_567 })
  }

  @Test func `each call is the assignment that systemd knows`() throws {
    let sent = Sent()
    let notification = notification(into: sent)
    #expect(try notification.ready(status: "12 contacts"))
    try notification.ready()
    try notification.status("degraded: the disk is full")
    try notification.reloading()
    try notification.watchdog()
    try notification.extendTimeout(microseconds: 5_000_000)
    try notification.stopping()
    #expect(
      sent.states.withLock { $0 } == [
        "READY=1\nSTATUS=12 contacts", "READY=1", "STATUS=degraded: the disk is full",
        "RELOADING=1\nMONOTONIC_USEC=1234567", "WATCHDOG=1", "EXTEND_TIMEOUT_USEC=5000000",
        "STOPPING=1",
      ])
  }

  @Test func `a status cannot begin another assignment`() throws {
    let sent = Sent()
    try notification(into: sent).status("bad\nMAINPID=1\r\u{0}\u{7F}")
    #expect(sent.states.withLock { $0 } == ["STATUS=bad MAINPID=1  \u{7F}"])
  }

  @Test func `an error of the socket is reported`() {
    let notification = notification(into: Sent(), answer: -ECONNREFUSED)
    #expect(throws: SystemError("sd_notify", code: ECONNREFUSED)) { try notification.ready() }
  }

  @Test func `the notification socket receives it`() async {
    await #expect(processExitsWith: .success) {
      let directory = try TestDirectory()
      let manager = try UnixSocket(SOCK_DGRAM, boundTo: "\(directory.path)/notify")
      setenv("NOTIFY_SOCKET", "\(directory.path)/notify", 1)
      #expect(try ServiceNotification().ready())
      #expect(try manager.receive() == "READY=1")
      #expect(try ServiceNotification().reloading())
      #expect(try manager.receive().hasPrefix("RELOADING=1\nMONOTONIC_USEC="))
      setenv("NOTIFY_SOCKET", "\(directory.path)/absent", 1)
      #expect(throws: SystemError("sd_notify", code: ENOENT)) {
        try ServiceNotification().ready()
      }
    }
  }

  @Test func `without a service manager nothing happens`() async {
    await #expect(processExitsWith: .success) {
      unsetenv("NOTIFY_SOCKET")
      unsetenv("WATCHDOG_USEC")
      let wasTold = try ServiceNotification().ready()
      let interval = try ServiceNotification.watchdogInterval()
      #expect(!wasTold && interval == nil)
    }
  }

  @Test func `the watchdog's interval is for the process that it names`() async {
    await #expect(processExitsWith: .success) {
      setenv("WATCHDOG_USEC", "30000000", 1)
      unsetenv("WATCHDOG_PID")
      let ofAnybody = try ServiceNotification.watchdogInterval()
      setenv("WATCHDOG_PID", String(getpid()), 1)
      let ofThis = try ServiceNotification.watchdogInterval()
      setenv("WATCHDOG_PID", String(getppid()), 1)
      let ofParent = try ServiceNotification.watchdogInterval()
      #expect([ofAnybody, ofThis, ofParent] == [.seconds(30), .seconds(30), nil])
      unsetenv("WATCHDOG_PID")
      setenv("WATCHDOG_USEC", "often", 1)
      #expect(throws: SystemError("sd_watchdog_enabled", code: EINVAL)) {
        try ServiceNotification.watchdogInterval()
      }
    }
  }
}
