import CallbookModel

/// Root's way back into a shop whose last admin's account is gone (DOMAIN S3).
enum Rescue {
  /// - Throws: `ROLE_MISSING` for anything but naming an admin.
  static func check(
    _ caller: Caller, naming roles: Roles, andNothingElse isBare: Bool = true
  ) throws(CallbookError) {
    guard caller.isRescuer, !caller.roles.contains(.admin) else { return }
    guard roles == .admin, isBare else {
      throw CallbookError(
        .roleMissing, "while the shop has no admin, root may name one and do nothing else",
        hint: "callbook staff add USER --role admin")
    }
  }
}
