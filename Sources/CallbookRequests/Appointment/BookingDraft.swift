import CallbookModel
import CallbookStore

/// What is to be booked, as the checks look at it.
struct BookingDraft: Sendable {
  let contact: ContactID
  let kind: AppointmentKind
  let span: AppointmentSpan
  let place: Place?
  let assignee: String?
  /// The appointment that is moved or brought back: it is not in its own way.
  let moved: AppointmentID?
  let now: Instant

  init(
    contact: ContactID, kind: AppointmentKind, span: AppointmentSpan, place: Place?,
    assignee: String?, moved: AppointmentID? = nil, now: Instant
  ) {
    self.contact = contact
    self.kind = kind
    self.span = span
    self.place = place
    self.assignee = assignee
    self.moved = moved
    self.now = now
  }

  /// What holds its slot and is not the appointment itself.
  func others(_ busy: [BusySpan]) -> [BusySpan] { busy.filter { $0.appointment != moved } }

  /// What to type after a refusal: the same with a reason, or what shows the free slots.
  func hint(mayOverride: Bool) -> String {
    let circumstances =
      (assignee.map { ["--assignee \($0)"] } ?? []) + (place.map { ["--place \($0.name)"] } ?? [])
    let duration = ["--duration-minutes \(span.minutes)"]
    guard mayOverride else {
      return (["callbook appointment slots"] + duration + circumstances).joined(separator: " ")
    }
    let start = ["--start \(span.start)"]
    let what =
      moved.map { ["callbook appointment move \($0)"] }
      ?? ["callbook appointment book \(contact) --kind \(kind.rawValue)"]
    return (what + start + duration + circumstances + ["--override WHY"]).joined(separator: " ")
  }
}

/// Why a draft is not booked.
struct BookingRefusal: Sendable {
  let reason: Reason
  /// Which parameter is to blame: a JSON Pointer.
  let pointer: String
  /// A part of a sentence, nothing personal.
  let message: String
  /// What has the slot.
  let taken: [AppointmentID]
  /// More for programs.
  let details: [String: CallbookError.Detail]

  init(
    _ reason: Reason, _ pointer: String, _ message: String, taken: [AppointmentID] = [],
    details: [String: CallbookError.Detail] = [:]
  ) {
    self.reason = reason
    self.pointer = pointer
    self.message = message
    self.taken = taken
    self.details = details
  }
}
