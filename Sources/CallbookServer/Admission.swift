import CallbookProtocol

/// Counts who is connected and decides who may come in. A value; `Census` shares it between loops.
struct Admission {
  enum Decision: Equatable {
    case admitted(ConnectionID)
    case refused(RefusalReason)
  }

  private var limits: ServerLimits
  private var total = 0
  private var byUser: [UInt32: Int] = [:]
  private var lastNumber: UInt64 = 0
  private var isClosed = false

  init(limits: ServerLimits) {
    self.limits = limits
  }

  var isEmpty: Bool { total == 0 }

  /// - Parameter isReserved: Whether this user may also take the connections that are kept free.
  mutating func admit(uid: UInt32, isReserved: Bool) -> Decision {
    guard !isClosed else { return .refused(.draining) }
    guard byUser[uid, default: 0] < limits.connectionsPerUser else {
      return .refused(.userFull(limit: limits.connectionsPerUser))
    }
    let available = limits.connections - (isReserved ? 0 : limits.reservedConnections)
    guard total < available else {
      return .refused(.connectionsFull(limit: limits.connections))
    }
    total += 1
    byUser[uid, default: 0] += 1
    lastNumber += 1
    return .admitted(ConnectionID(number: lastNumber))
  }

  /// Whoever is in stays, also where there is less room now.
  mutating func use(_ limits: ServerLimits) {
    self.limits = limits
  }

  mutating func leave(uid: UInt32) {
    total -= 1
    let left = byUser[uid, default: 1] - 1
    byUser[uid] = left > 0 ? left : nil
  }

  /// Admits nobody any more.
  mutating func close() {
    isClosed = true
  }
}
