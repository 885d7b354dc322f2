import CallbookModel
import CallbookStore

/// A kind of thing that falls due: where it is found, and what to type for one of it.
struct DueKind: Sendable {
  /// As the wire names it: `review`.
  let name: String
  let source: DueSource
  /// Who does what nobody was given.
  var unassigned: Roles = .manager
  let command: @Sendable (DueThing) -> String
  /// What to type to decide the other way.
  var otherwise: @Sendable (DueThing) -> String? = { _ in nil }
}

extension DueKind {
  /// Every kind of thing that falls due: one line each.
  static let all = [
    DueKind(name: Review.noun, source: .reviews) { _ in "callbook review" },
    DueKind(name: Callback.noun, source: .callbacks) { "callbook callback done \($0.id)" },
    DueKind(name: "tell", source: .tellings, unassigned: [.service, .manager]) {
      "callbook appointment told \($0.id)"
    },
    DueKind(name: "tell_cancelled", source: .cancellations, unassigned: [.service, .manager]) {
      "callbook appointment told \($0.id)"
    },
    DueKind(name: Appointment.noun, source: .appointments) {
      "callbook appointment complete \($0.id)"
    },
    DueKind(name: Batch.noun, source: .batches) {
      $0.state == Batch.State.created.rawValue
        ? "callbook batch acknowledge \($0.id)" : "callbook batch forms \($0.id) --open"
    },
    DueKind(name: "follow_up", source: .followUps) {
      "callbook booking followed-up \($0.id) --note WHAT"
    },
    DueKind(
      name: BookingOff.noun, source: .bookingRequests,
      command: { "callbook booking approve \($0.id)" },
      otherwise: { "callbook booking reject \($0.id) --opinion WHY" }),
    DueKind(
      name: CancelRequest.noun, source: .cancelRequests,
      command: { "callbook cancellation approve \($0.id)" },
      otherwise: { "callbook cancellation reject \($0.id) --opinion WHY" }),
  ]
}
