import CallbookRequests
import Glibc
import Systemd

/// The machine's clock that only goes forward.
enum Monotonic {
  static let milliseconds: @Sendable () -> Int64 = {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}

/// The machine's time zones.
enum TimeZoneDatabase {
  static let has: @Sendable (String) -> Bool = { name in
    let isPlain = name.utf8.allSatisfy {
      $0 == 0x2F || $0 == 0x2B || $0 == 0x2D || $0 == 0x5F || (0x30...0x39).contains($0)
        || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
    }
    guard isPlain, !name.hasPrefix("/") else { return false }
    var status = stat()
    return stat("/usr/share/zoneinfo/" + name, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}

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
