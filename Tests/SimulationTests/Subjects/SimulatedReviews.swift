import CallbookModel
import CallbookTesting

@testable import CallbookStore

/// Reviews that wait: who hears of them again, what comes of them (DOMAIN R2, R3).
enum SimulatedReviews: SimulatedSubject {
  static let kind = "review"

  static func numbers(in shop: PlainShop) -> [Int64] { Array(shop.reviews.keys) }

  /// Working days after the owner heard of it they hear of it again, then a manager does instead.
  static func wanted(_ number: Int64, in shop: PlainShop) -> [PlainReminder] {
    guard let review = shop.reviews[number], review.isOpen,
      let contact = shop.contacts[review.contact], contact.status != "blocked"
    else { return [] }
    let told = max(review.due, review.openedAt)
    let owner = shop.audience(contact.owner)
    let again = opening(shop.number("review.remind_again"), after: told, shop.calendar)
    let escalated = opening(shop.number("review.escalate"), after: told, shop.calendar)
    var reminders = [
      PlainReminder(
        kind: "review.again", cause: "", due: again.at, audience: owner,
        isProvisional: again.isProvisional,
        usefulUntil: escalated.at > again.at ? escalated.at : nil),
      PlainReminder(
        kind: "review.escalated", cause: "", due: escalated.at, audience: "role manager",
        isProvisional: escalated.isProvisional),
    ]
    if review.cause != "cycle" {
      reminders.append(
        PlainReminder(kind: "review.opened", cause: "", due: told, audience: owner))
    }
    return reminders
  }

  static func opening(
    _ workingDays: Int, after told: Int64, _ calendar: PlainCalendar
  ) -> PlainCalendar.Planned {
    let (day, isProvisional) = calendar.workingDay(workingDays, after: calendar.zone.day(told))
    var opening = calendar.opening(notBefore: day)
    opening.isProvisional = opening.isProvisional || isProvisional
    return opening
  }

  static func fired(_ reminder: PlainReminder, of number: Int64, in shop: inout PlainShop) {}

  static func learn(
    _ entries: [LedgerEntry], _ shop: inout PlainShop, _ store: ReadTransaction
  ) throws {
    for entry in entries where entry.event == "review.opened" {
      guard let review = try store.review(ReviewID(entry.subject.number)) else { continue }
      shop.name(reviewOf: review.contact.number, review.id.number)
    }
  }

  static func violations(in shop: PlainShop, _ store: ReadTransaction) throws -> [String] {
    let shown = try store.reviews(where: "r.state = 'open' OR r.id % 8 = 0") { _ in }.map {
      "\($0.id) of \($0.contact) for \($0.cause.rawValue) due \($0.due) \($0.state.rawValue)"
    }
    let wanted = shop.reviews.filter { $0.value.isOpen || $0.key % 8 == 0 }.map { number, review in
      "v\(number) of c\(review.contact) for \(review.cause) due "
        + "\(Instant(millisecondsSince1970: review.due)) \(review.state)"
    }
    guard shown.sorted() != wanted.sorted() else { return [] }
    let (one, other) = (Set(shown), Set(wanted))
    return [
      "there are \(one.subtracting(other).sorted()), and should \(other.subtracting(one).sorted())"
    ]
  }

  // MARK: What people do

  static var actions: [Choice] {
    [Choice(22, answer), Choice(4, ask), Choice(2, refuse)]
  }

  private static func answer(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let (number, review) = random.pick(shop.openReviews) else { return nil }
    let outcome = random.one(
      of: "confirmed", "confirmed", "corrected", "contact_added", "unreachable", "waived",
      "deletion_proposed")
    let isReached = ["confirmed", "corrected", "contact_added"].contains(outcome)
    let day = isReached && random.isLucky(4) ? shop.today.plus(-random.below(20)) : nil
    var members = [#""id":"v\#(number)","outcome":"\#(outcome)""#]
    if isReached { members.append(#""how":"visit""#) }
    if let day { members.append(#""on":"\#(day.text)""#) }
    if ["waived", "deletion_proposed"].contains(outcome) { members.append(#""reason":"x""#) }
    if ["corrected", "contact_added"].contains(outcome) {
      members.append(#""edit":{"id":"c\#(review.contact)","title":"T\#(random.below(9))"}"#)
    }
    return Action(
      "carol", "review.answer", "{\(members.joined(separator: ","))}"
    ) { shop in
      shop.end(number, as: "answered")
      guard isReached else { return }
      shop.reached(review.contact, on: day ?? shop.today, by: "carol", how: "visit")
    }
  }

  private static func ask(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let (number, _) = random.pick(shop.liveContacts) else { return nil }
    return Action(
      "carol", "review.open", #"{"contact":"c\#(number)"}"#
    ) { shop, entries, _ in
      let opened = entries.first { $0.event == "review.opened" }
      shop.askForReview(of: number, "hand", opened: opened?.subject.number)
    }
  }

  /// What has ended is ended.
  private static func refuse(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    let ended = shop.reviews.filter {
      !$0.value.isOpen && shop.contacts[$0.value.contact]?.isLive == true
    }
    guard let number = random.pick(ended.keys.sorted()) else { return nil }
    return .refused(
      "carol", "review.answer", #"{"id":"v\#(number)","outcome":"unreachable"}"#, "WRONG_STATE")
  }
}
