import CallbookModel
import CallbookTesting

@testable import CallbookStore

/// Contacts, and when they are reviewed next (DOMAIN R1).
enum SimulatedContacts: SimulatedSubject {
  static let kind = "contact"

  static func numbers(in shop: PlainShop) -> [Int64] { Array(shop.contacts.keys) }

  static func wanted(_ number: Int64, in shop: PlainShop) -> [PlainReminder] {
    guard let contact = shop.contacts[number], contact.openReview == nil,
      let next = shop.nextReview(of: number)
    else { return [] }
    // Each review that ended is followed by another.
    let ended = shop.reviews.values.count { $0.contact == number && !$0.isOpen }
    return [
      PlainReminder(
        kind: "review.due", cause: "\(next.from.text) after \(ended)", due: next.due.at,
        audience: shop.audience(contact.owner), isProvisional: next.due.isProvisional)
    ]
  }

  /// A review waits from then on. Its number is learned afterwards.
  static func fired(_ reminder: PlainReminder, of number: Int64, in shop: inout PlainShop) {
    shop.open(
      PlainReview(contact: number, cause: "cycle", due: reminder.due, openedAt: shop.now), -number)
  }

  static func violations(in shop: PlainShop, _ store: ReadTransaction) -> [String] { [] }

  // MARK: What people do

  static var actions: [Choice] {
    [
      Choice(6, add), Choice(14, edit), Choice(14, verify), Choice(4, addPoint),
      Choice(5, removePoint), Choice(4, list),
      Choice(3, refuse),
    ]
  }

  private static let categories = [
    "merchant", "merchant", "merchant", "installer", "support", "provider", "staff", "other",
  ]
  private static let statuses = ["active", "active", "dormant", "blocked"]

  private static func add(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    let category = random.pick(categories) ?? ""
    let owner = random.pick(shop.owners)
    let status = random.pick(statuses) ?? ""
    let name = "Contact \(random.below(1000))"
    let verifiedOn = random.isLucky(3) ? shop.today.plus(-random.below(60)) : nil
    var points = [#"{"kind":"wechat","value":"w\#(shop.contacts.count)"\#(verified(verifiedOn))}"#]
    for place in 0..<random.below(3) {
      let quiet = random.isLucky(3) ? #","quiet_hours":"08:00-14:00""# : ""
      let number = 10_000 + shop.contacts.count * 2 + place
      let rank = place == 0 ? "primary" : "backup"
      points.append(#"{"kind":"phone","value":"199 000\#(number)","rank":"\#(rank)"\#(quiet)}"#)
    }
    let owned = owner.map { #","owner":"\#($0)""# } ?? ""
    let params =
      #"{"name":"\#(name)","category":"\#(category)","status":"\#(status)"\#(owned),"points":[\#(points.joined(separator: ","))]}"#
    return Action("carol", "contact.add", params) { shop, entries, store in
      for entry in entries where entry.event == "contact.added" {
        var contact = PlainContact(
          category: category, status: status, owner: owner, createdAt: shop.now)
        for point in try store.contact(ContactID(entry.subject.number)).points {
          contact.points[point.id.number] = PlainPoint(
            isPhone: point.kind == .phone, isBackup: point.rank == .backup,
            verifiedOn: point.kind == .wechat ? verifiedOn : nil,
            quiet: point.quietHours == nil ? nil : (from: 480, to: 840))
        }
        shop.contacts[entry.subject.number] = contact
        shop.planContact(entry.subject.number)
      }
    }
  }

  private static func verified(_ day: PlainDay?) -> String {
    day.map { #","verified_on":"\#($0.text)""# } ?? ""
  }

  private static func edit(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let (number, _) = random.pick(shop.liveContacts) else { return nil }
    var change: (field: String, value: String)
    switch random.below(5) {
    case 4:
      change = ("review_cycle", random.one(of: "default", "default", "none", "P10D", "P1M", "P5M"))
    case 0: change = ("category", random.pick(categories) ?? "")
    case 1: change = ("status", random.pick(statuses) ?? "")
    case 2: change = ("owner", random.pick(shop.owners) ?? "")
    default: change = ("name", "Contact \(random.below(1000))")
    }
    return Action(
      "carol", "contact.edit", #"{"id":"c\#(number)","\#(change.field)":"\#(change.value)"}"#
    ) { shop in
      let before = shop.contacts[number]
      switch change.field {
      case "category": shop.contacts[number]?.category = change.value
      case "status": shop.contacts[number]?.status = change.value
      case "owner": shop.contacts[number]?.owner = change.value
      case "review_cycle":
        shop.contacts[number]?.ownCycle = change.value == "default" ? nil : change.value
      default: return
      }
      let after = shop.contacts[number]
      if (before?.category, before?.status, before?.ownCycle)
        != (after?.category, after?.status, after?.ownCycle)
      {
        shop.contactChanged(number)
      }
      if let open = after?.openReview { shop.plan(SimulatedReviews.self, open) }
      shop.planContact(number)
    }
  }

  /// Somebody was reached, today or some days ago; or it is said that nobody was after all.
  private static func verify(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let (number, contact) = random.pick(shop.liveContacts),
      let point = random.pick(contact.numbers(removed: false))
    else { return nil }
    let day = random.isLucky(8) ? nil : shop.today.plus(-random.below(random.one(of: 1, 1, 40)))
    let text = day.map { #""\#($0.text)""# } ?? "null"
    return Action(
      "carol", "point.edit", #"{"id":"m\#(point)","verified_on":\#(text)}"#
    ) { shop in
      shop.verify(point, of: number, on: day)
    }
  }

  private static func addPoint(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let (number, _) = random.pick(shop.liveContacts) else { return nil }
    let day = random.isLucky(2) ? shop.today : nil
    let value = "q\(shop.now)"
    let params = #"{"contact":"c\#(number)","kind":"wechat","value":"\#(value)"\#(verified(day))}"#
    return Action("carol", "point.add", params) { shop, _, store in
      for point in try store.contact(ContactID(number)).points where point.value == value {
        shop.contacts[number]?.points[point.id.number] = PlainPoint()
        shop.verify(point.id.number, of: number, on: day)
      }
    }
  }

  private static func removePoint(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let (number, contact) = random.pick(shop.liveContacts) else { return nil }
    if let point = random.pick(contact.numbers(removed: true)), random.isLucky(2) {
      return Action("carol", "point.restore", #"{"id":"m\#(point)"}"#) { shop in
        shop.contacts[number]?.points[point]?.isRemoved = false
        shop.planContact(number)
      }
    }
    guard let point = random.pick(contact.numbers(removed: false)) else { return nil }
    return Action("carol", "point.remove", #"{"id":"m\#(point)"}"#) { shop in
      shop.contacts[number]?.points[point]?.isRemoved = true
      shop.planContact(number)
    }
  }

  /// Whoever is called in an emergency is reviewed by another cycle.
  private static func list(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    let live = shop.liveContacts.map(\.0)
    let holder = random.isLucky(2) ? 0 : random.pick(live) ?? 0
    var people: [Int64] = []
    for _ in 0..<random.below(4) {
      if let person = random.pick(live), !people.contains(person) { people.append(person) }
    }
    let listed = people.map { #"{"contact":"c\#($0)"}"# }.joined(separator: ",")
    let contact = holder == 0 ? "" : #""contact":"c\#(holder)","#
    return Action("carol", "emergency.set", #"{\#(contact)"people":[\#(listed)]}"#) { shop in
      let before = shop.emergencyLists[holder] ?? []
      shop.emergencyLists[holder] = people
      for number in Set(before).symmetricDifference(people) { shop.contactChanged(number) }
    }
  }

  private static func refuse(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    let others = shop.liveContacts.filter { $0.1.owner != "bob" }
    guard let (number, _) = random.pick(others) else { return nil }
    return .refused(
      "bob", "contact.edit", #"{"id":"c\#(number)","status":"blocked"}"#, "NOT_OWNER")
  }
}

extension PlainShop {
  /// In order, so that a seed always picks the same.
  var liveContacts: [(Int64, PlainContact)] {
    contacts.filter(\.value.isLive).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Who may look after contacts.
  var owners: [String] { staff.filter(\.value.isActive).keys.sorted() }

  /// What depends on a contact itself.
  mutating func planContact(_ number: Int64) {
    plan(SimulatedContacts.self, number)
    plan(SimulatedCare.self, number)
    for (appointment, known) in activeAppointments where known.contact == number {
      plan(SimulatedAppointments.self, appointment)
    }
  }

  func audience(_ user: String?) -> String {
    user.flatMap { staff[$0] }.map { "staff \($0.number)" } ?? "role manager"
  }
}

extension PlainContact {
  func numbers(removed isRemoved: Bool) -> [Int64] {
    points.filter { $0.value.isRemoved == isRemoved }.keys.sorted()
  }
}
