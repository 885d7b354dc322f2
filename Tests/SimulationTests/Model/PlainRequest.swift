/// Something that a manager has to decide about.
struct PlainRequest {
  let by: String
  let askedAt: Int64
  var state = "pending"

  /// From when on nobody can decide: working days later, or when it is of no use any more.
  func expiry(atLatest last: Int64?, in shop: PlainShop) -> PlainCalendar.Planned {
    let days = shop.number("approval.expire")
    let planned = SimulatedReviews.opening(days, after: askedAt, shop.calendar)
    guard let last, last < planned.at else { return planned }
    return PlainCalendar.Planned(at: last, isProvisional: false)
  }

  /// Managers hear at once and again, and whoever asked when nobody decided.
  func reminders(
    _ word: String, expiry: PlainCalendar.Planned, in shop: PlainShop
  ) -> [PlainReminder] {
    let again = SimulatedReviews.opening(
      shop.number("approval.remind_again"), after: askedAt, shop.calendar)
    return [
      PlainReminder(
        kind: "\(word).requested", cause: "\(askedAt) asked", due: askedAt,
        audience: "role manager", usefulUntil: expiry.at),
      PlainReminder(
        kind: "\(word).requested", cause: "\(askedAt) again", due: again.at,
        audience: "role manager", isProvisional: again.isProvisional, usefulUntil: expiry.at),
      PlainReminder(
        kind: "\(word).expired", cause: "\(askedAt)", due: expiry.at,
        audience: shop.audience(by), isProvisional: expiry.isProvisional),
    ]
  }

  /// Why somebody may not decide; nil when they may.
  func refusal(to user: String, expiry: Int64, in shop: PlainShop) -> String? {
    if state != "pending" || expiry <= shop.now { return "WRONG_STATE" }
    if shop.policy["approval.one_person"] == "yes" { return nil }
    if user == by { return "OWN_REQUEST" }
    let since = shop.staff[user]?.since ?? 0
    return since > askedAt ? "NOT_REVIEWER" : nil
  }
}

/// That somebody wants an appointment cancelled when it is too late to do so alone.
struct PlainCancelRequest {
  let appointment: Int64
  let start: Int64
  let place: String?
  let bulk: Int64?
  var isByShop = false
  var request: PlainRequest

  var state: String {
    get { request.state }
    set { request.state = newValue }
  }
}

/// That booking is off for a while.
struct PlainBookingOff {
  let place: String?
  let kind: String?
  let from: Int64
  let until: Int64?
  let followUpOn: PlainDay
  var request: PlainRequest
  var decidedAt: Int64?
  var onAt: Int64?
  /// What was booked later than this was booked against it.
  var order = 0

  var state: String {
    get { request.state }
    set { request.state = newValue }
  }

  /// When it is on again.
  var last: Int64 { min(onAt ?? .max, until ?? .max) }

  /// nil when it was called off before it began.
  var window: (from: Int64, until: Int64)? { from < last ? (from, last) : nil }

  func isOn(at now: Int64) -> Bool { state == "approved" && last <= now }
  func isOff(at now: Int64) -> Bool { state == "approved" && from <= now && now < last }
}
