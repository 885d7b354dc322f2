import CallbookModel

/// The Unix account behind a name on the staff list.
enum StaffAccount {
  /// - Throws: a violation of `/user`.
  static func uid(of user: String, _ accounts: any AccountDirectory) throws(CallbookError) -> UInt32
  {
    if user.hasPrefix("#"), let uid = UInt32(user.dropFirst()) {
      if let name = accounts.userName(of: uid) {
        throw wrong("that user ID is the user \(name); name them so")
      }
      guard uid != CallerCheck.overflowUID, uid != .max else {
        throw wrong("that user ID stands for nobody in particular")
      }
      return uid
    }
    guard let uid = accounts.uid(of: user) else {
      throw CallbookError(
        .notFound, "there is no such user on this machine", hint: "getent passwd",
        violations: [Violation("/user", "is no user of this machine")])
    }
    return uid
  }

  private static func wrong(_ message: String) -> CallbookError {
    CallbookError(.invalidParams, message, violations: [Violation("/user", message)])
  }
}
