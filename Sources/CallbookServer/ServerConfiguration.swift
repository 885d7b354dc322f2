import NIOCore

/// What a server is told by whoever wires it.
package struct ServerConfiguration: Sendable {
  package var limits = ServerLimits()

  /// Event loops, each with a thread and a responder of its own.
  package var loops: Int

  /// Whether a user may take the connections that are kept free. Asked on event loops, and only
  /// when all others are taken.
  package var isReserved: @Sendable (_ uid: UInt32) -> Bool

  /// The one line, with its line feed, that a connection gets which is turned away.
  package var refusal: @Sendable (RefusalReason) -> [UInt8]

  /// Milliseconds of a clock that never goes back, for stalled peers and the responders' ticks.
  package var monotonicMilliseconds: @Sendable () -> Int64

  /// How often the loops tick; nil when the owner ticks by hand, as tests do.
  package var tickMilliseconds: Int64? = 1_000

  package init(
    loops: Int = min(2, System.coreCount),
    isReserved: @escaping @Sendable (_ uid: UInt32) -> Bool = { _ in false },
    refusal: @escaping @Sendable (RefusalReason) -> [UInt8],
    monotonicMilliseconds: @escaping @Sendable () -> Int64 = {
      Int64(NIODeadline.now().uptimeNanoseconds / 1_000_000)
    }
  ) {
    self.loops = loops
    self.isReserved = isReserved
    self.refusal = refusal
    self.monotonicMilliseconds = monotonicMilliseconds
  }
}
