/// That booking is switched off for a while: for the shop, a place or a kind of appointment (DOMAIN B1).
///
/// It holds by its times alone: nothing has to run for it to begin or to end.
package struct BookingOff: Sendable, Equatable {
  package let id: BookingOffID
  package let uuid: UniqueID
  package var rev: Int64
  package let scope: Scope
  /// Told to whoever is refused.
  package private(set) var reason: String
  package private(set) var from: Instant
  /// nil until further notice.
  package private(set) var until: Instant?
  /// What is to be done about the reason, and when that is looked at.
  package private(set) var followUp: String
  package private(set) var followUpOn: CalendarDate
  /// What customers can do instead.
  package private(set) var alternative: String?
  package private(set) var approval: Approval
  package private(set) var end: End?
  package private(set) var followedUp: FollowUp?
  /// Since when the follow-up waits to be answered; nil before its day, and once it was.
  package private(set) var followUpDue: Instant?
  package let createdAt: Instant

  package enum Scope: Sendable, Equatable {
    case shop
    /// By its short name.
    case place(PlaceName)
    case kind(AppointmentKind)
  }

  package enum State: String, Codable, Sendable, CaseIterable {
    /// It waits for a manager.
    case requested
    /// Approved, and still to begin.
    case scheduled
    case off
    /// It was off, and is on again.
    case on
    case rejected
    case withdrawn
    case expired
  }

  /// That somebody switched booking on again before its time.
  package struct End: Sendable, Equatable {
    package let at: Instant
    /// nil for root and the daemon's own user.
    package let by: String?

    package init(at: Instant, by: String?) {
      self.at = at
      self.by = by
    }
  }

  /// What came of the follow-up.
  package struct FollowUp: Sendable, Equatable {
    package let at: Instant
    /// nil for root and the daemon's own user.
    package let by: String?
    package let note: String

    package init(at: Instant, by: String?, note: String) {
      self.at = at
      self.by = by
      self.note = note
    }
  }

  /// What can be told of one when it is asked for.
  package struct Plan: Sendable, Equatable {
    package var reason: String
    package var from: Instant
    package var until: Instant?
    package var followUp: String
    package var followUpOn: CalendarDate
    package var alternative: String?

    package init(
      reason: String, from: Instant, until: Instant?, followUp: String, followUpOn: CalendarDate,
      alternative: String?
    ) {
      self.reason = reason
      self.from = from
      self.until = until
      self.followUp = followUp
      self.followUpOn = followUpOn
      self.alternative = alternative
    }
  }

  package init(
    id: BookingOffID, uuid: UniqueID, rev: Int64 = 1, scope: Scope, _ plan: Plan,
    approval: Approval, end: End? = nil, followedUp: FollowUp? = nil,
    followUpDue: Instant? = nil, createdAt: Instant
  ) {
    self.id = id
    self.uuid = uuid
    self.rev = rev
    self.scope = scope
    self.approval = approval
    self.end = end
    self.followedUp = followedUp
    self.followUpDue = followUpDue
    self.createdAt = createdAt
    (reason, from, until) = (plan.reason, plan.from, plan.until)
    (followUp, followUpOn, alternative) = (plan.followUp, plan.followUpOn, plan.alternative)
  }

  package var plan: Plan {
    Plan(
      reason: reason, from: from, until: until, followUp: followUp, followUpOn: followUpOn,
      alternative: alternative)
  }

  /// What an approval is bound to, each part preceded by its length so that no two read the same.
  package static func matter(of scope: Scope, _ plan: Plan) -> String {
    let parts = [
      scope.words, plan.reason, plan.from.description, plan.until?.description ?? "",
      plan.followUp, plan.followUpOn.description, plan.alternative ?? "",
    ]
    return parts.map { "\($0.utf8.count):\($0)" }.joined()
  }

  package func state(at now: Instant) -> State {
    switch approval.state {
    case .pending: return .requested
    case .rejected: return .rejected
    case .withdrawn: return .withdrawn
    case .expired: return .expired
    case .approved:
      if let onAgain, onAgain <= now { return .on }
      return now < from ? .scheduled : .off
    }
  }

  /// When booking is on again; nil until further notice.
  package var onAgain: Instant? {
    switch (end?.at, until) {
    case (let early?, let planned?): min(early, planned)
    case (let at, nil), (nil, let at): at
    }
  }

  /// What is off: nil unless it was approved.
  package var window: Range<Instant>? {
    guard approval.state == .approved else { return nil }
    let last = onAgain ?? Instant(millisecondsSince1970: .max)
    return from < last ? from..<last : nil
  }

  private var asked: Approval.Matter {
    Approval.Matter(name: id.description, hint: "callbook booking get \(id)")
  }
}

/// Its transitions, beside those of ``Approval``, whose reviewer is a manager:
///
///     requested → scheduled, off, rejected, withdrawn, expired
///     scheduled → off → on                    as time goes by
///     scheduled, off → on                     by hand
///     scheduled → withdrawn
///     scheduled, off, on → as it was, followed up: once
///     requested, scheduled, rejected → requested    it is asked for in another way
extension BookingOff {
  /// - Throws: what ``Approval`` throws; `WRONG_STATE` once it would be over.
  package mutating func approve(
    _ reviewer: Reviewer, opinion: String?, digest: String, at now: Instant, policy: Policy
  ) throws(CallbookError) {
    guard until.map({ $0 > now }) ?? true else {
      throw CallbookError(
        .wrongState, "\(id) would be over by now", hint: "callbook booking get \(id)")
    }
    try approval.approve(
      reviewer, opinion: opinion, of: digest, at: now, policy: policy, asked)
  }

  package mutating func reject(
    _ reviewer: Reviewer, opinion: String?, at now: Instant, policy: Policy
  ) throws(CallbookError) {
    try approval.reject(reviewer, opinion: opinion, at: now, policy: policy, asked)
  }

  /// - Throws: what ``Approval`` throws; `WRONG_STATE` once it has begun.
  package mutating func withdraw(by user: String?, at now: Instant) throws(CallbookError) {
    try requireNotBegun(at: now, "withdrawn")
    try approval.withdraw(by: user, at: now, asked)
  }

  /// - Parameter digest: of the new plan.
  /// - Throws: what ``Approval`` throws; `WRONG_STATE` once it has begun.
  package mutating func amend(
    _ plan: Plan, digest: String, by user: String?, at now: Instant
  ) throws(CallbookError) {
    try requireNotBegun(at: now, "changed")
    try approval.amend(digest, by: user, at: now, asked)
    (reason, from, until) = (plan.reason, plan.from, plan.until)
    (followUp, followUpOn, alternative) = (plan.followUp, plan.followUpOn, plan.alternative)
    (followedUp, followUpDue) = (nil, nil)
  }

  /// Switches booking on again now: there is nothing left to follow up.
  ///
  /// - Throws: `WRONG_STATE` unless it is off or will be.
  package mutating func switchOn(by user: String?, at now: Instant) throws(CallbookError) {
    let state = state(at: now)
    guard state == .off || state == .scheduled else { throw refusal(state, "switched on") }
    end = End(at: now, by: user)
    followUpDue = nil
  }

  /// Notes what came of the follow-up.
  ///
  /// - Parameter isOverseer: whether it is somebody who may answer for whoever asked.
  /// - Throws: `WRONG_STATE`, also when it was answered already; `NOT_OWNER`.
  package mutating func followUp(
    _ note: String, by user: String?, isOverseer: Bool, at now: Instant
  ) throws(CallbookError) {
    guard followedUp == nil else {
      throw CallbookError(
        .wrongState, "\(id) was followed up already", hint: "callbook booking get \(id)")
    }
    guard approval.state == .approved else { throw refusal(state(at: now), "followed up") }
    guard isOverseer || user == approval.requestedBy else {
      throw CallbookError(
        .notOwner,
        "\(id) was asked for by \(approval.requestedBy ?? "root"): they or a manager follow it up",
        hint: "callbook booking get \(id)")
    }
    followedUp = FollowUp(at: now, by: user, note: note)
    followUpDue = nil
  }

  /// - Returns: false when it was decided already.
  package mutating func expire() -> Bool { approval.expire() }

  /// Takes back an approval before it took effect.
  package mutating func lapse(of user: String, at now: Instant) -> Bool {
    guard state(at: now) == .scheduled, approval.lapse(of: user) else { return false }
    (followedUp, followUpDue) = (nil, nil)
    return true
  }

  private func requireNotBegun(at now: Instant, _ wanted: String) throws(CallbookError) {
    let state = state(at: now)
    guard state != .off, state != .on else { throw refusal(state, wanted) }
  }

  private func refusal(_ state: State, _ wanted: String) -> CallbookError {
    let hint = state == .off ? "callbook booking on \(id)" : "callbook booking get \(id)"
    return CallbookError(
      .wrongState, "\(id) is \(state.rawValue): it cannot be \(wanted)", hint: hint,
      details: ["state": .text(state.rawValue)])
  }
}

extension BookingOff.Scope {
  package var place: PlaceName? { if case .place(let name) = self { name } else { nil } }
  package var kind: AppointmentKind? { if case .kind(let kind) = self { kind } else { nil } }

  /// `shop`, `place 一号店`, `kind training`: what the ledger has.
  package var words: String {
    switch self {
    case .shop: "shop"
    case .place(let name): "place \(name)"
    case .kind(let kind): "kind \(kind.rawValue)"
    }
  }
}

extension BookingOff: Identified {
  package static var idLetter: Unicode.Scalar { "o" }
  package static var noun: String { "booking_off" }
}

package typealias BookingOffID = Identifier<BookingOff>
