import CallbookModel
import CallbookTesting

@testable import CallbookStore

/// What people book, move and hand over, also into slots that are taken.
extension SimulatedAppointments {
  static var booking: [Choice] {
    [
      Choice(20, book), Choice(5, move), Choice(3, reassign), Choice(2, addPlace),
      Choice(1, editPlace),
    ]
  }

  private static let kinds = ["application", "installation", "training", "maintenance", "visit"]
  private static let minutes = [
    "application": 30, "installation": 120, "training": 60, "maintenance": 60, "visit": 60,
  ]

  private static func book(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let (contact, _) = random.pick(shop.liveContacts) else { return nil }
    let kind = random.pick(kinds) ?? ""
    let given = random.isLucky(2) ? 30 * (1 + random.below(4)) : nil
    let start = start(&random, shop)
    var draft = PlainDraft(
      contact: contact, kind: kind, start: start,
      end: start + Int64(given ?? minutes[kind] ?? 0) * 60_000,
      place: random.isLucky(2) ? random.pick(shop.places.keys.sorted()) : nil,
      assignee: random.isLucky(4) ? nil : random.pick(shop.owners))
    if random.isLucky(3), let (_, other) = random.pick(shop.coming(&random)) {
      contend(&draft, with: other, &random)
    }
    let user = random.one(of: "carol", "carol", "erin")
    let isOverride = random.isLucky(4)
    let params =
      "{\"contact\":\"c\(draft.contact)\",\"kind\":\"\(kind)\""
      + (given.map { ",\"duration_minutes\":\($0)" } ?? "") + draft.parameters
      + (isOverride ? #","override":"x"}"# : "}")
    let objections = shop.objections(to: draft)
    if let reason = shop.refusal(objections, to: user, override: isOverride) {
      return .refused(user, "appointment.book", params, reason)
    }
    return Action(user, "appointment.book", params) { [draft] shop, entries, _ in
      for entry in entries where entry.event == "appointment.booked" {
        var appointment = PlainAppointment(
          contact: draft.contact, kind: kind, start: draft.start, end: draft.end,
          place: draft.place, assignee: draft.assignee, arrangedAt: shop.now,
          assignedAt: shop.now)
        shop.note(&appointment, objections, isMoved: true)
        shop.change(entry.subject.number, to: appointment)
      }
    }
  }

  /// Mostly soon and while the shop may be open; sometimes past, too far ahead or while booking is off.
  private static func start(_ random: inout SplitMix64, _ shop: PlainShop) -> Int64 {
    let minute = 480 + 30 * random.below(21)
    if random.isLucky(8), let off = random.pick(shop.bookingOffs.keys.sorted()),
      let from = shop.bookingOffs[off]?.from
    {
      return from + Int64(random.below(48) - 8) * 30 * 60_000
    }
    var day = shop.today.plus(random.below(random.one(of: 2, 8, 30)))
    if random.isLucky(20) { day = shop.today.plus(-1) }
    if random.isLucky(20) {
      day = shop.today.plus(shop.number("appointment.horizon") + random.below(2))
    }
    return shop.calendar.zone.instant(day, minute: minute)
  }

  /// Wants what somebody has: partly the same time, and the place, the assignee or the customer.
  private static func contend(
    _ draft: inout PlainDraft, with other: PlainAppointment, _ random: inout SplitMix64
  ) {
    let length = draft.end - draft.start
    draft.start = random.isLucky(3) ? other.end : other.start + Int64(random.below(3)) * 900_000
    draft.end = draft.start + length
    switch random.below(3) {
    case 0: draft.contact = other.contact
    case 1: draft.assignee = other.assignee ?? draft.assignee
    default: draft.place = other.place ?? draft.place
    }
  }

  private static func move(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let number = random.pick(shop.recentAppointments),
      let appointment = shop.appointments[number]
    else { return nil }
    var draft = PlainDraft(of: appointment, number)
    var params = #"{"id":"a\#(number)""#
    let coming = shop.activeAppointments.filter { $0.1.start > shop.now }
    let other = random.isLucky(3) ? random.pick(coming)?.1 : nil
    if !random.isLucky(4) {
      draft.start = other?.start ?? start(&random, shop)
      draft.end = draft.start + appointment.end - appointment.start
      params += #","start":"\#(Instant(millisecondsSince1970: draft.start))""#
    }
    if random.isLucky(2), let user = other?.assignee ?? random.pick(shop.owners) {
      draft.assignee = user
      params += #","assignee":"\#(user)""#
    }
    if random.isLucky(3) {
      draft.place = other?.place ?? random.pick(shop.places.keys.sorted())
      params += #","place":\#(draft.place.map { "\"\($0)\"" } ?? "null")"#
    }
    let user = random.one(of: "carol", "erin")
    let isOverride = random.isLucky(4)
    params += isOverride ? #","override":"x"}"# : "}"
    guard appointment.isActive else {
      return .refused(user, "appointment.move", params, "WRONG_STATE")
    }
    let isSame = draft.isSame(as: appointment)
    let objections = isSame ? [] : shop.objections(to: draft)
    if let reason = shop.refusal(objections, to: user, override: isOverride) {
      return .refused(user, "appointment.move", params, reason)
    }
    return Action(user, "appointment.move", params) { [draft] shop in
      if isSame { return }
      shop.move(number, to: draft, objections)
    }
  }

  private static func reassign(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let number = random.pick(shop.recentAppointments),
      let assignee = random.pick(shop.owners),
      let appointment = shop.appointments[number]
    else { return nil }
    let user = random.one(of: "carol", "erin")
    let isOverride = random.isLucky(4)
    let params =
      #"{"id":"a\#(number)","assignee":"\#(assignee)"\#(isOverride ? #","override":"x""# : "")}"#
    guard appointment.isActive else {
      return .refused(user, "appointment.reassign", params, "WRONG_STATE")
    }
    var draft = PlainDraft(of: appointment, number)
    draft.assignee = assignee
    let objections = shop.objections(to: draft, ofAssigneeOnly: true)
    if let reason = shop.refusal(objections, to: user, override: isOverride) {
      return .refused(user, "appointment.reassign", params, reason)
    }
    return Action(user, "appointment.reassign", params) { shop in
      shop.reassign(number, to: assignee, objections)
    }
  }

  // MARK: Places

  private static func addPlace(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard shop.places.count < 3 else { return nil }
    let name = "room-\(shop.places.count)"
    let capacity = 1 + random.below(3)
    return Action(
      "erin", "place.add", #"{"name":"\#(name)","title":"x","capacity":\#(capacity)}"#
    ) { shop in
      shop.places[name] = PlainPlace(capacity: capacity)
    }
  }

  /// What is booked stays booked.
  private static func editPlace(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let name = random.pick(shop.places.keys.sorted()) else { return nil }
    let capacity = 1 + random.below(3)
    let isOpen = !random.isLucky(4)
    let params =
      #"{"place":"\#(name)","capacity":\#(capacity),"state":"\#(isOpen ? "open" : "closed")"}"#
    return Action("erin", "place.edit", params) { shop in
      shop.places[name] = PlainPlace(capacity: capacity, isOpen: isOpen)
    }
  }
}

extension PlainDraft {
  init(of appointment: PlainAppointment, _ number: Int64) {
    self.init(
      contact: appointment.contact, kind: appointment.kind, start: appointment.start,
      end: appointment.end, place: appointment.place, assignee: appointment.assignee, old: number)
  }

  fileprivate var parameters: String {
    #","start":"\#(Instant(millisecondsSince1970: start))""#
      + (place.map { #","place":"\#($0)""# } ?? "")
      + (assignee.map { #","assignee":"\#($0)""# } ?? "")
  }

  fileprivate func isSame(as appointment: PlainAppointment) -> Bool {
    (start, end, place, assignee)
      == (appointment.start, appointment.end, appointment.place, appointment.assignee)
  }
}

extension PlainShop {
  /// Mostly what is to take place; now and then what ended lately.
  var recentAppointments: [Int64] {
    activeAppointments.map(\.0) + appointments.keys.sorted().suffix(3)
  }

  /// What begins later; now and then only what somebody asked to have cancelled.
  fileprivate func coming(_ random: inout SplitMix64) -> [(Int64, PlainAppointment)] {
    let coming = activeAppointments.filter { $0.1.start > now }
    let waiting = coming.filter { pendingRequest(of: $0.0) != nil }
    return random.isLucky(2) && !waiting.isEmpty ? waiting : coming
  }

  mutating func reassign(_ number: Int64, to assignee: String?, _ objections: [Objection]) {
    guard var appointment = appointments[number], appointment.assignee != assignee else { return }
    order += 1
    (appointment.assignee, appointment.assignedAt) = (assignee, now)
    appointment.history.assigned = order
    appointment.history.isAssigneeForced = !objections.isEmpty
    appointment.history.released.formUnion(releasedDuring(appointment))
    appointment.isByHand = true
    change(number, to: appointment)
  }

  mutating func move(
    _ number: Int64, to draft: PlainDraft, _ objections: [Objection]
  ) {
    guard var appointment = appointments[number] else { return }
    let isMoved =
      (draft.start, draft.end, draft.place)
      != (appointment.start, appointment.end, appointment.place)
    if draft.assignee != appointment.assignee { appointment.assignedAt = now }
    (appointment.start, appointment.end) = (draft.start, draft.end)
    (appointment.place, appointment.assignee) = (draft.place, draft.assignee)
    (appointment.state, appointment.arrangedAt, appointment.tellAt) = ("booked", now, nil)
    appointment.isByHand = true
    note(&appointment, objections, isMoved: isMoved)
    change(number, to: appointment)
  }
}
