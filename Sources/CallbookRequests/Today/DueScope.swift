import CallbookModel
import CallbookStore

/// Whose work is asked for.
struct DueScope {
  /// Those who see what others have to do.
  private static let overseers: Roles = [.manager, .admin, .auditor]

  /// A user name and those whom they stand in for; nil for everybody.
  let users: [String]?
  /// The same by number.
  let staff: [Int64]?
  /// Whatever reminders may name to reach them; nil for everybody.
  let audiences: [Reminder.Audience]?
  /// What they are on the staff list; nil for everybody.
  let roles: Roles?
  /// Whose own requests are left out of what there is to decide, by number; nil where everybody may
  /// decide about their own.
  let decider: Int64?
  /// Set while the one who is asked for is away.
  let absence: Absence?

  /// - Throws: `INVALID_PARAMS`, `NOT_FOUND`, `ROLE_MISSING`.
  init(
    _ request: ListToday, _ caller: Caller, in store: ReadTransaction, at now: Instant
  ) throws(CallbookError) {
    guard request.user == nil || !request.all else {
      throw CallbookError(
        .invalidParams, "either somebody's or everybody's",
        violations: [Violation("/user", "cannot be given together with all")])
    }
    let mayOversee = !caller.roles.isDisjoint(with: Self.overseers)
    guard mayOversee || !request.all else { throw .notForOthers("--all") }
    // Whoever sets up a new shop is nobody in it yet.
    guard !request.all, let user = request.user ?? caller.user else {
      (users, staff, audiences, roles, decider, absence) = (nil, nil, nil, nil, nil, nil)
      return
    }
    if user != caller.user, !mayOversee {
      let represented = try caller.user.map { own throws(CallbookError) in
        try store.represented(by: own, at: now)
      }
      guard represented?.contains(user) == true else { throw .notForOthers("--user \(user)") }
    }
    guard let member = try store.staff(user: user) else {
      throw CallbookError(
        .notFound, "nobody has that user name", hint: "callbook staff list",
        violations: [Violation("/user", "is not on the staff list")])
    }
    let users = [user] + (try store.represented(by: user, at: now))
    var numbers: [Int64] = []
    for name in users {
      if let number = try store.staffNumber(name) { numbers.append(number) }
    }
    self.users = users
    staff = numbers
    audiences = numbers.map { .staff($0) } + member.roles.map { .role($0) }
    roles = Roles(member.roles)
    decider = try store.policy().approvalOnePerson ? nil : store.staffNumber(user)
    absence = member.away.flatMap { $0.covers(now) ? $0 : nil }
  }

  /// Whether also what nobody has been given.
  func wantsUnassigned(of kind: DueKind) -> Bool {
    roles.map { !$0.isDisjoint(with: kind.unassigned) } ?? true
  }
}

extension CallbookError {
  fileprivate static func notForOthers(_ typed: String) -> Self {
    CallbookError(
      .roleMissing,
      "what is due for others is for managers, admins, auditors and whoever stands in for them",
      hint: "ask a manager to type: callbook today list \(typed)")
  }
}
