import CallbookRequests
import Systemd

/// The machine's users.
struct MachineAccounts: AccountDirectory {
  var ownUID: UInt32 { UserDatabase.ownUID }

  func userName(of uid: UInt32) -> String? {
    // A directory service that does not answer knows nobody: the caller is then refused.
    try? UserDatabase.account(uid: uid)?.name
  }

  func uid(of userName: String) -> UInt32? {
    // The same: a name that cannot be looked up is not put on the staff list.
    try? UserDatabase.account(named: userName)?.uid
  }
}
