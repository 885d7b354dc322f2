import CallbookRequests

/// The users that the methods' examples name.
struct FuzzedAccounts: AccountDirectory {
  private static let names: [UInt32: String] = [
    0: "root", 990: "callbook", 4001: "alice", 4002: "bob", 4003: "carol", 4004: "dan",
    4005: "erin", 65_534: "nobody",
  ]

  let ownUID: UInt32 = 990
  func userName(of uid: UInt32) -> String? { Self.names[uid] }
  func uid(of userName: String) -> UInt32? { Self.names.first { $0.value == userName }?.key }
}
