import CallbookModel

/// The Unix account behind a name on the staff list.
package struct StaffAccount: Sendable {
  /// As the list has it: the user name, or `#4001` for a user ID without an account.
  let user: String
  let uid: UInt32

  /// - Throws: `NOT_FOUND`, or a violation of `/user`.
  init(_ named: String, in accounts: any AccountDirectory) throws(CallbookError) {
    let uid: UInt32
    if named.hasPrefix("#") {
      uid = try Self.bareUserID(named, accounts)
    } else if let known = accounts.uid(of: named) {
      uid = known
    } else {
      throw CallbookError(
        .notFound, "there is no such user on this machine", hint: "getent passwd",
        violations: [Violation("/user", "is no user of this machine")])
    }
    guard uid != CallerCheck.overflowUID, uid != .max else {
      throw Self.wrong("that user ID stands for nobody in particular")
    }
    user = named.hasPrefix("#") ? "#\(uid)" : named
    self.uid = uid
  }

  private static func bareUserID(
    _ named: String, _ accounts: any AccountDirectory
  ) throws(CallbookError) -> UInt32 {
    guard let uid = UInt32(named.dropFirst()) else {
      throw wrong("a user ID is a number, such as #4001")
    }
    if let name = accounts.userName(of: uid) {
      throw wrong("that user ID is the user \(name); name them so")
    }
    return uid
  }

  private static func wrong(_ message: String) -> CallbookError {
    CallbookError(.invalidParams, message, violations: [Violation("/user", message)])
  }
}
