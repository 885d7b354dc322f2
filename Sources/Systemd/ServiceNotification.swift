import CSystemd
import Glibc

/// Tells the service manager how the daemon is: sd_notify(3).
///
/// Every call answers whether somebody was told: false without `NOTIFY_SOCKET`, as on a terminal.
package struct ServiceNotification: Sendable {
  /// Takes newline-separated assignments; positive when sent, 0 without a socket, else -errno.
  package typealias Send = @Sendable (String) -> CInt

  private let send: Send
  private let monotonicMicroseconds: @Sendable () -> UInt64

  /// To the service manager that started this process.
  package init() {
    self.init(send: { callbook_notify($0) }, monotonicMicroseconds: Self.readMonotonicClock)
  }

  package init(send: @escaping Send, monotonicMicroseconds: @escaping @Sendable () -> UInt64) {
    self.send = send
    self.monotonicMicroseconds = monotonicMicroseconds
  }

  @discardableResult
  package func ready(status: String? = nil) throws(SystemError) -> Bool {
    try notify(["READY=1"] + (status.map { ["STATUS=\(Self.line($0))"] } ?? []))
  }

  /// One line for `systemctl status`.
  @discardableResult
  package func status(_ text: String) throws(SystemError) -> Bool {
    try notify(["STATUS=\(Self.line(text))"])
  }

  /// Ends with `ready()`. The time is what `Type=notify-reload` (systemd 253) asks for.
  @discardableResult
  package func reloading() throws(SystemError) -> Bool {
    try notify(["RELOADING=1", "MONOTONIC_USEC=\(monotonicMicroseconds())"])
  }

  @discardableResult
  package func stopping(status: String? = nil) throws(SystemError) -> Bool {
    try notify(["STOPPING=1"] + (status.map { ["STATUS=\(Self.line($0))"] } ?? []))
  }

  @discardableResult
  package func watchdog() throws(SystemError) -> Bool {
    try notify(["WATCHDOG=1"])
  }

  /// Moves the end of the start's, the stop's or the watchdog's patience to so much from now.
  @discardableResult
  package func extendTimeout(microseconds: UInt64) throws(SystemError) -> Bool {
    try notify(["EXTEND_TIMEOUT_USEC=\(microseconds)"])
  }

  /// How often at least `watchdog()` is due, twice over; nil when nobody watches this process.
  package static func watchdogInterval() throws(SystemError) -> Duration? {
    var microseconds: UInt64 = 0
    let result = callbook_watchdog_interval(&microseconds)
    guard result >= 0 else { throw SystemError("sd_watchdog_enabled", code: -result) }
    return result > 0 ? .microseconds(microseconds) : nil
  }

  private func notify(_ assignments: [String]) throws(SystemError) -> Bool {
    let result = send(assignments.joined(separator: "\n"))
    guard result >= 0 else { throw SystemError("sd_notify", code: -result) }
    return result > 0
  }

  /// A line feed would begin another assignment.
  private static func line(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }

  private static func readMonotonicClock() -> UInt64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return UInt64(now.tv_sec) * 1_000_000 + UInt64(now.tv_nsec) / 1_000
  }
}
