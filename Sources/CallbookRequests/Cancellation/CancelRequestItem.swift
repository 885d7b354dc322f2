package import CallbookModel
import CallbookStore

/// A request to cancel as it is shown, with its appointment.
package struct CancelRequestItem: Codable, Sendable, Equatable {
  package let id: CancelRequestID
  package let rev: Int64
  package let state: Approval.State
  package let appointment: AppointmentID
  package let contact: ContactID
  /// The contact's name.
  package let name: String?
  /// Who looks after the contact.
  package let owner: String?
  package let assignee: String?
  package let kind: AppointmentKind
  package let start: Instant
  package let reason: CancelReason
  package private(set) var text: String?
  package let party: Appointment.Cancellation.Party
  package let channel: BookingChannel
  package let termsAcknowledged: Bool
  /// Which cancelling of many it belongs to.
  package let bulk: Int64?
  package let requestedBy: String?
  package let requestedAt: Instant
  /// When the request expires; missing once it was decided.
  package let expiresAt: Instant?
  package let decidedBy: String?
  package let decidedAt: Instant?
  package private(set) var opinion: String?
  /// Whether whoever asked decided themself.
  package let alone: Bool?
  package let uuid: UniqueID
  package private(set) var isRedacted: Bool?

  private enum CodingKeys: String, CodingKey {
    case id, rev, state, appointment, contact, name, owner, assignee, kind
    case start = "start_at"
    case reason, text, party, channel
    case termsAcknowledged = "terms_acknowledged"
    case bulk
    case requestedBy = "requested_by"
    case requestedAt = "requested_at"
    case expiresAt = "expires_at"
    case decidedBy = "decided_by"
    case decidedAt = "decided_at"
    case opinion, alone, uuid
    case isRedacted = "redacted"
  }

  init(_ request: CancelRequest, in store: ReadTransaction) throws(CallbookError) {
    let booked = try store.appointment(request.appointment)
    id = request.id
    rev = request.rev
    state = request.approval.state
    appointment = request.appointment
    (contact, name, owner) = (booked.contact, booked.name, booked.owner)
    (assignee, kind, start) = (booked.assignee, booked.kind, request.start)
    let cancellation = request.cancellation
    (reason, text, party) = (cancellation.reason, cancellation.text, cancellation.party)
    (channel, termsAcknowledged) = (cancellation.channel, cancellation.termsAcknowledged)
    bulk = request.bulk
    let approval = request.approval
    (requestedBy, requestedAt) = (approval.requestedBy, approval.requestedAt)
    expiresAt =
      approval.state == .pending
      ? request.expiry(try store.policy(), try store.workCalendar()).instant : nil
    let decision = approval.decision
    (decidedBy, decidedAt, opinion) = (decision?.by, decision?.at, decision?.opinion)
    alone = decision?.isAlone == true ? true : nil
    uuid = request.uuid
  }
}

extension CancelRequestItem: SensitiveReply {
  /// What was written about a customer is for whoever looks after them, and for whoever asked.
  package func redacted(for caller: Caller) -> CancelRequestItem {
    let user = caller.user
    guard user == nil || (owner != user && assignee != user && requestedBy != user) else {
      return self
    }
    var item = self
    (item.text, item.opinion, item.isRedacted) = (nil, nil, true)
    return item
  }
}
