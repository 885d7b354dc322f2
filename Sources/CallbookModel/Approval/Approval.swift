/// What a second person decides about something that somebody asked for (DOMAIN B1, A3, D3).
///
/// It is bound to a digest of what was asked: whoever changes that asks anew.
package struct Approval: Codable, Sendable, Equatable {
  package enum State: String, Codable, Sendable, CaseIterable {
    case pending
    case approved
    case rejected
    case withdrawn
    /// Nobody decided in time.
    case expired
  }

  /// Whoever typed the request, also when they did it for somebody else; nil for root and the daemon's
  /// own user.
  package let requestedBy: String?
  package private(set) var requestedAt: Instant
  package private(set) var digest: String
  package private(set) var state: State
  package private(set) var decision: Decision?

  package struct Decision: Codable, Sendable, Equatable {
    /// nil for root and the daemon's own user.
    package let by: String?
    package let at: Instant
    package let opinion: String?
    /// Whether whoever asked decided themself, as policy lets a shop of one person do.
    package let isAlone: Bool

    package init(by: String?, at: Instant, opinion: String?, isAlone: Bool) {
      self.by = by
      self.at = at
      self.opinion = opinion
      self.isAlone = isAlone
    }

    private enum CodingKeys: String, CodingKey {
      case by, at, opinion
      case isAlone = "alone"
    }
  }

  /// How long an opinion may be, in characters.
  package static let opinionLimit = 1000

  package init(
    requestedBy: String?, requestedAt: Instant, digest: String, state: State = .pending,
    decision: Decision? = nil
  ) {
    self.requestedBy = requestedBy
    self.requestedAt = requestedAt
    self.digest = digest
    self.state = state
    self.decision = decision
  }

  private enum CodingKeys: String, CodingKey {
    case requestedBy = "requested_by"
    case requestedAt = "requested_at"
    case digest, state, decision
  }

  /// Whether this very thing was approved.
  package func covers(_ digest: String) -> Bool { state == .approved && self.digest == digest }

  /// What is asked for, as an error names it.
  package struct Matter: Sendable, Equatable {
    /// `o3`
    let name: String
    /// A command that shows it.
    let hint: String

    package init(name: String, hint: String) {
      self.name = name
      self.hint = hint
    }
  }
}

/// Its transitions; every other one is refused by name:
///
///     pending → approved, rejected             a manager decides, never whoever asked
///     pending → expired                        nobody decided in time
///     pending, approved → withdrawn            whoever asked wants it no more
///     pending, approved, rejected → pending    what is asked for was changed, so it is asked anew
///     approved → pending                       the reviewer is no manager any more
extension Approval {
  /// - Throws: `WRONG_STATE`, `OWN_REQUEST`, `NOT_REVIEWER`, `REVISION_CONFLICT` when what is asked for
  ///   is not what the digest was made of.
  package mutating func approve(
    _ reviewer: Reviewer, opinion: String?, of digest: String, at now: Instant, policy: Policy,
    _ matter: Matter
  ) throws(CallbookError) {
    try check(reviewer, policy, matter, "approved")
    guard digest == self.digest else {
      throw CallbookError(
        .revisionConflict, "\(matter.name) is not what was asked for any more", hint: matter.hint)
    }
    decide(.approved, reviewer, opinion, now)
  }

  /// - Throws: `WRONG_STATE`, `OWN_REQUEST`, `NOT_REVIEWER`, `INVALID_PARAMS` without an opinion.
  package mutating func reject(
    _ reviewer: Reviewer, opinion: String?, at now: Instant, policy: Policy, _ matter: Matter
  ) throws(CallbookError) {
    try check(reviewer, policy, matter, "rejected")
    guard opinion?.contains(where: { !$0.isWhitespace }) == true else {
      throw CallbookError(
        .invalidParams, "a rejection needs an opinion",
        violations: [Violation("/opinion", "is required: whoever asked wants to know why")])
    }
    decide(.rejected, reviewer, opinion, now)
  }

  /// - Throws: `WRONG_STATE`, `NOT_OWNER` for anybody but whoever asked.
  package mutating func withdraw(
    by user: String?, at now: Instant, _ matter: Matter
  ) throws(CallbookError) {
    try require(.pending, .approved, matter, "withdrawn")
    try requireRequester(user, matter, "withdraw")
    state = .withdrawn
    decision = Decision(by: user, at: now, opinion: nil, isAlone: false)
  }

  /// - Throws: `WRONG_STATE`, `NOT_OWNER` for anybody but whoever asked.
  package mutating func amend(
    _ digest: String, by user: String?, at now: Instant, _ matter: Matter
  ) throws(CallbookError) {
    guard state == .pending || state == .approved || state == .rejected else {
      throw refusal(matter, "changed")
    }
    try requireRequester(user, matter, "change")
    guard digest != self.digest else { return }
    self.digest = digest
    (state, requestedAt, decision) = (.pending, now, nil)
  }

  /// - Returns: false when it was decided already.
  package mutating func expire() -> Bool {
    guard state == .pending else { return false }
    state = .expired
    return true
  }

  /// Takes back the approval of somebody who may not give any now.
  ///
  /// - Returns: false when there is none of theirs.
  package mutating func lapse(of user: String) -> Bool {
    guard state == .approved, decision?.by == user else { return false }
    (state, decision) = (.pending, nil)
    return true
  }

  private mutating func decide(
    _ state: State, _ reviewer: Reviewer, _ opinion: String?, _ now: Instant
  ) {
    self.state = state
    decision = Decision(
      by: reviewer.user, at: now, opinion: opinion, isAlone: reviewer.user == requestedBy)
  }

  private func check(
    _ reviewer: Reviewer, _ policy: Policy, _ matter: Matter, _ decided: String
  ) throws(CallbookError) {
    try require(.pending, .pending, matter, decided)
    guard reviewer.isManager else {
      throw CallbookError(
        .notReviewer, "\(matter.name) is decided by a manager",
        hint: reviewer.user.map { "ask an admin to type: callbook staff edit \($0) --add manager" })
    }
    guard !policy.approvalOnePerson else { return }
    guard reviewer.user != requestedBy else {
      throw CallbookError(
        .ownRequest,
        "nobody decides about what they asked for: \(matter.name) needs another manager",
        hint: "callbook staff list")
    }
    guard let grant = reviewer.grant else { return }
    guard grant.at <= requestedAt else {
      throw CallbookError(
        .notReviewer,
        "whoever became a manager after \(matter.name) was asked for does not decide about it",
        hint: "callbook staff list")
    }
    guard grant.by != requestedBy else {
      throw CallbookError(
        .notReviewer,
        "whoever was made a manager by the one who asked for \(matter.name) does not decide about it",
        hint: "callbook staff list")
    }
  }

  private func require(
    _ one: State, _ other: State, _ matter: Matter, _ asked: String
  ) throws(CallbookError) {
    guard state == one || state == other else { throw refusal(matter, asked) }
  }

  private func refusal(_ matter: Matter, _ asked: String) -> CallbookError {
    CallbookError(
      .wrongState, "\(matter.name) is \(state.rawValue): it cannot be \(asked)",
      hint: matter.hint, details: ["state": .text(state.rawValue)])
  }

  private func requireRequester(
    _ user: String?, _ matter: Matter, _ wanted: String
  ) throws(CallbookError) {
    guard user == requestedBy else {
      throw CallbookError(
        .notOwner,
        "\(matter.name) was asked for by \(requestedBy ?? "root"): only they \(wanted) it",
        hint: matter.hint)
    }
  }
}
