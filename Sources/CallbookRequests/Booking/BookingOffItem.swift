package import CallbookModel
import CallbookStore

/// A switching-off of booking as it is shown, in the state that it has at that moment.
package struct BookingOffItem: Codable, Sendable, Equatable {
  package let id: BookingOffID
  package let rev: Int64
  package let state: BookingOff.State
  /// Neither this nor the kind: the whole shop.
  package let place: PlaceName?
  package let kind: AppointmentKind?
  package let reason: String
  package let from: Instant
  package let until: Instant?
  package let alternative: String?
  package let followUpPlan: String
  package let followUpOn: CalendarDate
  package let requestedBy: String?
  package let requestedAt: Instant
  /// When the request expires; missing once it was decided.
  package let expiresAt: Instant?
  package let decidedBy: String?
  package let decidedAt: Instant?
  package let opinion: String?
  /// Whether whoever asked decided themself.
  package let alone: Bool?
  /// When somebody switched booking on again by hand.
  package let onAt: Instant?
  package let onBy: String?
  /// When somebody said what came of the follow-up.
  package let followedUpAt: Instant?
  package let followedUpBy: String?
  package let followUpNote: String?
  package let createdAt: Instant
  package let uuid: UniqueID

  private enum CodingKeys: String, CodingKey {
    case id, rev, state, place, kind, reason, from, until, alternative
    case followUpPlan = "follow_up_plan"
    case followUpOn = "follow_up_on"
    case requestedBy = "requested_by"
    case requestedAt = "requested_at"
    case expiresAt = "expires_at"
    case decidedBy = "decided_by"
    case decidedAt = "decided_at"
    case opinion, alone
    case onAt = "on_at"
    case onBy = "on_by"
    case followedUpAt = "followed_up_at"
    case followedUpBy = "followed_up_by"
    case followUpNote = "follow_up_note"
    case createdAt = "created_at"
    case uuid
  }

  init(_ off: BookingOff, in store: ReadTransaction, at now: Instant) throws(CallbookError) {
    id = off.id
    rev = off.rev
    state = off.state(at: now)
    place = off.scope.place
    kind = off.scope.kind
    let plan = off.plan
    (reason, from, until) = (plan.reason, plan.from, plan.until)
    (alternative, followUpPlan, followUpOn) = (plan.alternative, plan.followUp, plan.followUpOn)
    let approval = off.approval
    (requestedBy, requestedAt) = (approval.requestedBy, approval.requestedAt)
    expiresAt =
      approval.state == .pending
      ? off.expiry(try store.policy(), try store.workCalendar()).instant : nil
    let decision = approval.decision
    (decidedBy, decidedAt, opinion) = (decision?.by, decision?.at, decision?.opinion)
    alone = decision?.isAlone == true ? true : nil
    (onAt, onBy) = (off.end?.at, off.end?.by)
    let followedUp = off.followedUp
    (followedUpAt, followedUpBy, followUpNote) = (followedUp?.at, followedUp?.by, followedUp?.note)
    (createdAt, uuid) = (off.createdAt, off.uuid)
  }
}
