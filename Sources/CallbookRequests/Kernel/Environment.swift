package import CallbookModel
import CallbookProtocol
package import CallbookStore

/// What a request may ask for beside the store: who calls, what the shop is set to, and the world.
///
/// Immutable; a class, because every request is handed one and most share it.
package final class Environment: Sendable {
  package let caller: Caller
  package let shop: Shop
  package let services: RequestServices
  /// What the store is at the moment of asking: for status only.
  package let store: Store

  package init(caller: Caller, shop: Shop, services: RequestServices, store: Store) {
    self.caller = caller
    self.shop = shop
    self.services = services
    self.store = store
  }

  /// Names a place in the ledger, so that following it can begin there.
  package func cursor(_ seq: Int64) -> EventCursor {
    EventCursor(instance: store.instance, seq: seq)
  }
}

/// The parts of the world that requests touch, handed in.
package struct RequestServices: Sendable {
  package let version: String
  package let clock: any WallClock
  package let monotonicMilliseconds: @Sendable () -> Int64
  /// The same clock, for how long something took.
  package let monotonicNanoseconds: @Sendable () -> Int64
  package let phoneNumbers: any PhoneNumberParser
  package let accounts: any AccountDirectory
  /// What holds for a connection that comes now.
  package let limits: CurrentLimits
  /// Whether the machine's time zone database has a zone of this name.
  package let isTimeZone: @Sendable (String) -> Bool
  package let requests = RequestCounts()
  /// What the daemon around the requests knows of itself.
  package let daemon: @Sendable () -> DaemonFigures

  /// - Parameter monotonicNanoseconds: nil makes them from the milliseconds.
  package init(
    version: String, clock: any WallClock,
    monotonicMilliseconds: @escaping @Sendable () -> Int64,
    monotonicNanoseconds: (@Sendable () -> Int64)? = nil,
    phoneNumbers: any PhoneNumberParser, accounts: any AccountDirectory, limits: CurrentLimits,
    isTimeZone: @escaping @Sendable (String) -> Bool,
    daemon: @escaping @Sendable () -> DaemonFigures = { DaemonFigures() }
  ) {
    self.version = version
    self.clock = clock
    self.monotonicMilliseconds = monotonicMilliseconds
    self.monotonicNanoseconds =
      monotonicNanoseconds ?? { monotonicMilliseconds() * 1_000_000 }
    self.phoneNumbers = phoneNumbers
    self.accounts = accounts
    self.limits = limits
    self.isTimeZone = isTimeZone
    self.daemon = daemon
  }
}

/// The users of this machine.
package protocol AccountDirectory: Sendable {
  /// The user that the daemon runs as.
  var ownUID: UInt32 { get }
  /// nil when no user has that ID.
  func userName(of uid: UInt32) -> String?
  /// nil when there is no such user.
  func uid(of userName: String) -> UInt32?
}
