import CallbookRequests
import Synchronization

/// The users of a machine that a test makes up; they may come and go.
package final class TestAccounts: AccountDirectory {
  package let ownUID: UInt32
  private let names: Mutex<[UInt32: String]>

  package init(_ names: [UInt32: String], ownUID: UInt32 = 990) {
    self.names = Mutex(names)
    self.ownUID = ownUID
  }

  package func userName(of uid: UInt32) -> String? { names.withLock { $0[uid] } }

  package func uid(of userName: String) -> UInt32? {
    names.withLock { $0.first { $0.value == userName }?.key }
  }

  /// - Parameter name: nil when the account goes.
  package func set(_ uid: UInt32, _ name: String?) { names.withLock { $0[uid] = name } }
}
