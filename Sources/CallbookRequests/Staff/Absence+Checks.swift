package import CallbookModel
import CallbookStore

extension StaffMember {
  func withoutPastAbsence(at instant: Instant) -> StaffMember {
    var member = self
    if away?.isOver(at: instant) == true { member.away = nil }
    return member
  }
}

extension StaffMember: SensitiveReply {
  /// Why somebody is away is theirs, and for those who plan.
  package func redacted(for caller: Caller) -> StaffMember {
    var member = self
    if user != caller.user { member.away?.reason = nil }
    return member
  }
}

extension WriteTransaction {
  /// Everybody may say of themself when they are not there; of others, whoever plans may.
  ///
  /// - Parameter user: nil for the caller.
  /// - Throws: `ROLE_MISSING`; `NOT_FOUND` for somebody who does not work here.
  func absentee(_ user: String?, _ caller: Caller) throws(CallbookError) -> StaffMember {
    guard let user = user ?? caller.user else {
      throw CallbookError(
        .invalidParams, "you are not on the staff list yourself: name somebody",
        hint: "callbook staff list", violations: [Violation("/user", "is required")])
    }
    guard user == caller.user || !caller.roles.isDisjoint(with: [.manager, .admin]) else {
      throw CallbookError(
        .roleMissing, "only managers and admins say of others when they are not there",
        hint: "ask a manager to type it, or leave the user out for yourself",
        details: ["roles": .list([Role.manager.rawValue, Role.admin.rawValue])])
    }
    let member = try staffMember(user)
    guard member.state == .active else {
      throw CallbookError(
        .wrongState, "\(user) does not work here any more",
        hint: "callbook staff edit \(user) --state active")
    }
    return member
  }

  /// Somebody who stands in for others stays until they are given another substitute.
  func checkSubstitutesNobody(_ member: StaffMember) throws(CallbookError) {
    let absent = try presence().substituted(by: member.user, at: at)
    guard let first = absent.first else { return }
    throw CallbookError(
      .wrongState,
      "\(member.user) stands in for \(absent.joined(separator: ", ")); give them another substitute",
      hint: "callbook staff away \(first) --substitute USER",
      details: ["substitute_for": .list(absent)])
  }
}
