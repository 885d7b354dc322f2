import CallbookModel
import Testing

/// EXPECTATIONS 14: nobody approves what they asked for, by whatever way.
struct ApprovalTests {
  private static let asked = Instant(millisecondsSince1970: 1_000_000)
  private static let now = asked.advanced(byMilliseconds: 60_000)
  private let matter = Approval.Matter(name: "o1", hint: "callbook booking get o1")

  private func approval(
    _ state: Approval.State = .pending, by user: String? = "bob", _ decidedBy: String? = "carol"
  ) -> Approval {
    let isDecided = state == .approved || state == .rejected || state == .withdrawn
    return Approval(
      requestedBy: user, requestedAt: Self.asked, digest: "d1", state: state,
      decision: isDecided
        ? Approval.Decision(by: decidedBy, at: Self.now, opinion: "x", isAlone: false) : nil)
  }

  private func manager(_ user: String?, since grant: Reviewer.Grant? = nil) -> Reviewer {
    Reviewer(user: user, isManager: true, grant: grant)
  }

  private func policy(onePerson: Bool) -> Policy {
    var policy = Policy()
    policy.approvalOnePerson = onePerson
    return policy
  }

  /// - Returns: why it was refused; nil when it was approved.
  private func refusal(
    of reviewer: Reviewer, _ approval: Approval, digest: String = "d1", onePerson: Bool = false
  ) -> Reason? {
    var approval = approval
    do throws(CallbookError) {
      try approval.approve(
        reviewer, opinion: nil, of: digest, at: Self.now, policy: policy(onePerson: onePerson),
        matter)
      #expect(approval.covers("d1") && approval.decision?.isAlone == onePerson)
      return nil
    } catch {
      #expect(approval.state != .approved || approval.decision?.at == Self.now)
      return error.reason
    }
  }

  @Test func `another manager approves, nobody approves their own`() {
    #expect(refusal(of: manager("carol"), approval()) == nil)
    #expect(refusal(of: manager("bob"), approval()) == .ownRequest)
    #expect(refusal(of: manager(nil), approval(by: nil)) == .ownRequest)
    #expect(
      refusal(of: Reviewer(user: "dan", isManager: false, grant: nil), approval()) == .notReviewer)
  }

  @Test func `a manager who became one after the request, or by whoever asked, does not count`() {
    let before = Self.asked.advanced(byMilliseconds: -1)
    for (grant, reason) in [
      (Reviewer.Grant(at: before, by: "alice"), Reason?.none),
      (Reviewer.Grant(at: Self.asked, by: "alice"), nil),
      (Reviewer.Grant(at: Self.asked.advanced(byMilliseconds: 1), by: "alice"), .notReviewer),
      (Reviewer.Grant(at: before, by: "bob"), .notReviewer),
      (Reviewer.Grant(at: before, by: nil), nil),
    ] {
      #expect(refusal(of: manager("carol", since: grant), approval()) == reason, "\(grant)")
    }
    let root = Reviewer.Grant(at: before, by: nil)
    #expect(refusal(of: manager("carol", since: root), approval(by: nil)) == .notReviewer)
  }

  @Test func `the policy of one person lifts the second one and nothing else`() {
    let late = Reviewer.Grant(at: Self.now, by: "bob")
    #expect(refusal(of: manager("bob", since: late), approval(), onePerson: true) == nil)
    let agent = Reviewer(user: "bob", isManager: false, grant: nil)
    #expect(refusal(of: agent, approval(), onePerson: true) == .notReviewer)
    #expect(
      refusal(of: manager("bob"), approval(), digest: "d2", onePerson: true) == .revisionConflict)
  }

  @Test func `an approval is of what was asked for, and falls when that is changed`() throws {
    #expect(refusal(of: manager("carol"), approval(), digest: "d2") == .revisionConflict)
    for state in [Approval.State.pending, .approved, .rejected] {
      var changed = approval(state)
      try changed.amend("d2", by: "bob", at: Self.now, matter)
      #expect(changed.state == .pending && changed.decision == nil)
      #expect(changed.digest == "d2" && changed.requestedAt == Self.now && !changed.covers("d2"))
    }
    var same = approval(.approved)
    try same.amend("d1", by: "bob", at: Self.now, matter)
    #expect(same == approval(.approved), "what is the same is not asked anew")
    for (user, state) in [
      ("carol", Approval.State.pending), ("bob", .withdrawn), ("bob", .expired),
    ] {
      var other = approval(state)
      #expect(throws: CallbookError.self) {
        try other.amend("d2", by: user, at: Self.now, matter)
      }
      #expect(other == approval(state))
    }
  }

  @Test(arguments: [String?.none, "", "  "]) func `a rejection needs an opinion`(opinion: String?) {
    var rejected = approval()
    do throws(CallbookError) {
      try rejected.reject(
        manager("carol"), opinion: opinion, at: Self.now, policy: Policy(), matter)
      Issue.record("it was rejected without one")
    } catch {
      #expect(error.violations.map(\.pointer) == ["/opinion"])
    }
    #expect(rejected.state == .pending)
  }

  /// Tries every transition; gives the states that it led to.
  private func reached(from state: Approval.State) -> [Approval.State] {
    var reached: [Approval.State] = []
    var all = [Approval](repeating: approval(state), count: 6)
    if refusal(of: manager("carol"), approval(state)) == nil { reached.append(.approved) }
    do throws(CallbookError) {
      try all[1].reject(manager("carol"), opinion: "x", at: Self.now, policy: Policy(), matter)
      reached.append(all[1].state)
    } catch { #expect(error.reason == .wrongState && error.details["state"] != nil) }
    do throws(CallbookError) {
      try all[2].withdraw(by: "bob", at: Self.now, matter)
      reached.append(all[2].state)
    } catch { #expect(error.reason == .wrongState) }
    if all[3].expire() { reached.append(all[3].state) }
    do throws(CallbookError) {
      try all[4].amend("d2", by: "bob", at: Self.now, matter)
      reached.append(all[4].state)
    } catch { #expect(error.reason == .wrongState) }
    if all[5].lapse(of: "carol") { reached.append(all[5].state) }
    return reached
  }

  @Test func `every transition is the documented one`() {
    #expect(reached(from: .pending) == [.approved, .rejected, .withdrawn, .expired, .pending])
    #expect(reached(from: .approved) == [.withdrawn, .pending, .pending])
    #expect(reached(from: .rejected) == [.pending])
    #expect(reached(from: .withdrawn) == [])
    #expect(reached(from: .expired) == [])
  }

  @Test func `only whoever asked withdraws, and only the reviewer's own approval lapses`() {
    var other = approval()
    #expect(throws: CallbookError.self) { try other.withdraw(by: "carol", at: Self.now, matter) }
    var approved = approval(.approved)
    let lapsed = approved.lapse(of: "dan")
    #expect(!lapsed)
    #expect(approved.state == .approved)
  }
}
