import CallbookModel
import CallbookTesting

@testable import CallbookStore

/// Calls that the shop owes its contacts (DOMAIN K1, K2).
enum SimulatedCallbacks: SimulatedSubject {
  static let kind = "callback"

  static func numbers(in shop: PlainShop) -> [Int64] { Array(shop.callbacks.keys) }

  /// Whoever is to call hears when it is time, a manager when nobody called for a while, and when
  /// it was given up.
  static func wanted(_ number: Int64, in shop: PlainShop) -> [PlainReminder] {
    guard let callback = shop.callbacks[number] else { return [] }
    let cause = "after \(callback.attempts)"
    if callback.state == "exhausted" {
      return [
        PlainReminder(
          kind: "callback.exhausted", cause: cause, due: callback.endedAt ?? 0,
          audience: "role manager")
      ]
    }
    guard callback.isOpen else { return [] }
    let due = shop.calendar.after(workingMinutes: 0, from: callback.next)
    let overdue = shop.calendar.after(
      workingMinutes: shop.number("callback.escalate"), from: due.at)
    return [
      PlainReminder(
        kind: "callback.due", cause: cause, due: due.at, audience: shop.audience(callback.assignee),
        isProvisional: due.isProvisional),
      PlainReminder(
        kind: "callback.overdue", cause: cause, due: overdue.at, audience: "role manager",
        isProvisional: overdue.isProvisional),
    ]
  }

  static func fired(_ reminder: PlainReminder, of number: Int64, in shop: inout PlainShop) {}

  static func violations(in shop: PlainShop, _ store: ReadTransaction) throws -> [String] {
    var filter = CallbackFilter()
    filter.isOpen = true
    let shown = try store.callbacks(filter, after: nil, limit: 10_000).map { callback in
      "\(callback.id) of \(callback.contact) \(callback.state.rawValue) "
        + "\(callback.next?.millisecondsSince1970 ?? 0) \(callback.assignee ?? "nobody") "
        + "after \(callback.attempts.count)"
    }
    let wanted = shop.callbacks.filter(\.value.isOpen).map { number, callback in
      "k\(number) of c\(callback.contact) \(callback.state) \(callback.next) "
        + "\(callback.assignee ?? "nobody") after \(callback.attempts)"
    }
    guard shown.sorted() != wanted.sorted() else { return [] }
    let (one, other) = (Set(shown), Set(wanted))
    return [
      "\(one.subtracting(other).sorted()) are open, and should \(other.subtracting(one).sorted())"
    ]
  }

  // MARK: What people do

  static var actions: [Choice] {
    [
      Choice(12, plan), Choice(20, attempt), Choice(8, complete), Choice(3, satisfy),
      Choice(5, snooze), Choice(3, withdraw), Choice(4, reassign), Choice(2, refuse),
    ]
  }

  private static func plan(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let (number, _) = random.pick(shop.liveContacts) else { return nil }
    let terminal = random.isLucky(2) ? "SN-\(random.below(3))" : nil
    let named = terminal.map { #","terminal":"\#($0)""# } ?? ""
    let later = random.isLucky(3) ? shop.now + Int64(random.below(30 * 24 * 60)) * 60_000 : nil
    let due = later.map { #","due":"\#(Instant(millisecondsSince1970: $0))""# } ?? ""
    let params = #"{"contact":"c\#(number)"\#(named)\#(due)}"#
    let matter = PlainCallback.matter(terminal, "manual")
    if shop.openCallback(of: number, matter) != nil {
      return .refused("carol", "callback.plan", params, "ALREADY_EXISTS")
    }
    return Action("carol", "callback.plan", params) { shop, entries, _ in
      for entry in entries where entry.event == "callback.planned" {
        let wait = shop.number("callback.first_attempt")
        let due =
          later.map { shop.calendar.after(workingMinutes: 0, from: $0).at }
          ?? shop.calendar.after(workingMinutes: wait, from: shop.now).at
        shop.add(
          PlainCallback(
            contact: number, matter: matter, assignee: shop.caller(of: number), due: due),
          entry.subject.number)
      }
    }
  }

  /// Somebody called, sooner or later: people forget.
  private static func attempt(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let (number, callback) = random.pick(shop.openCallbacks),
      let point = shop.nextPhone(of: callback)
    else { return nil }
    let outcome = random.one(
      of: "no_answer", "no_answer", "busy", "wrong_number", "refused", "call_later")
    let until = shop.now + Int64(1 + random.below(5 * 24 * 60)) * 60_000
    let wish =
      outcome == "call_later" ? #","until":"\#(Instant(millisecondsSince1970: until))""# : ""
    let params = #"{"id":"k\#(number)","outcome":"\#(outcome)"\#(wish)}"#
    return Action("carol", "callback.attempt", params) { shop, entries, _ in
      guard var callback = shop.callbacks[number] else { return }
      callback.attempts += 1
      callback.lastCalled = (point, outcome)
      if outcome == "wrong_number" { callback.wrong.insert(point) }
      switch outcome {
      case "refused": callback.end("refused", shop.now)
      case "call_later":
        callback.state = "trying"
        shop.put(off: &callback, to: until)
      default:
        callback.misses += 1
        callback.state = "trying"
        if callback.misses >= shop.number("callback.attempts") {
          callback.end("exhausted", shop.now)
        } else {
          let waits = (shop.policy["callback.back_off"] ?? "").split(separator: " ")
          let wait = waits[min(callback.misses, waits.count) - 1]
          let earliest = shop.calendar.after(workingMinutes: Int(wait) ?? 0, from: shop.now).at
          shop.put(off: &callback, to: earliest)
        }
      }
      shop.change(number, to: callback)
      guard outcome == "wrong_number" else { return }
      let opened = entries.first { $0.event == "review.opened" }
      shop.askForReview(of: callback.contact, "wrong_number", opened: opened?.subject.number)
    }
  }

  private static func complete(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let (number, callback) = random.pick(shop.unfinishedCallbacks),
      let contact = shop.contacts[callback.contact],
      let point = random.pick(contact.phones.map(\.id))
    else { return nil }
    let score = 1 + random.below(5)
    let form =
      #""transaction":"T\#(shop.now)-\#(number)","problem":"none","solution":"none","running_state":"normal","satisfaction":\#(score)"#
    let params = #"{"id":"k\#(number)","point":"m\#(point)",\#(form)}"#
    return Action("carol", "callback.done", params) { shop, entries, _ in
      shop.finish(number, as: "done")
      shop.reached(callback.contact, on: shop.today, by: "carol", how: "phone", at: point)
      for entry in entries where entry.event == "form.added" {
        shop.forms[entry.subject.number] = PlainForm(callback: number)
      }
      // Why a customer is dissatisfied is asked by somebody other than whoever looks after them.
      if score <= 2 {
        try followUp(callback, "low_satisfaction", assignee: "carol", &shop, entries)
      }
    }
  }

  /// Another callback for the same customer and terminal, by a rule.
  static func followUp(
    _ callback: PlainCallback, _ occasion: String, assignee: String?, _ shop: inout PlainShop,
    _ entries: [LedgerEntry]
  ) throws {
    try followUp(
      of: callback.contact, occasion,
      about: callback.matter.hasPrefix("#") ? callback.matter : occasion,
      after: "callback.after.\(occasion)", since: shop.now, assignee: assignee, &shop, entries)
  }

  /// What a rule plans after something that happened; an open callback about it serves that, too.
  static func followUp(
    of contact: Int64, _ occasion: String, about matter: String, after setting: String,
    since: Int64, assignee: String?, _ shop: inout PlainShop, _ entries: [LedgerEntry]
  ) throws {
    guard shop.contacts[contact]?.status != "blocked" else { return }
    let due = shop.calendar.after(workingMinutes: shop.number(setting), from: since).at
    if let open = shop.openCallback(of: contact, matter) { return shop.hasten(open, to: due) }
    guard let planned = entries.first(where: { $0.event == "callback.planned" }) else {
      throw Surprise("no callback was planned for \(occasion)")
    }
    shop.add(
      PlainCallback(
        contact: contact, matter: matter, occasion: occasion, assignee: assignee, due: due),
      planned.subject.number)
  }

  private static func satisfy(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let (number, callback) = random.pick(shop.unfinishedCallbacks) else { return nil }
    return Action("carol", "callback.satisfy", #"{"id":"k\#(number)"}"#) { shop in
      shop.finish(number, as: "satisfied")
      shop.reached(callback.contact, on: shop.today, by: "carol", how: "phone")
    }
  }

  private static func snooze(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let (number, callback) = random.pick(shop.openCallbacks) else { return nil }
    let until = shop.now + Int64(random.below(10 * 24 * 60)) * 60_000
    let params = #"{"id":"k\#(number)","until":"\#(Instant(millisecondsSince1970: until))"}"#
    guard until > max(callback.next, shop.now) else {
      return .refused("carol", "callback.snooze", params, "INVALID_PARAMS")
    }
    return Action("carol", "callback.snooze", params) { shop in
      guard var callback = shop.callbacks[number] else { return }
      shop.put(off: &callback, to: until)
      shop.change(number, to: callback)
    }
  }

  private static func withdraw(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let (number, _) = random.pick(shop.openCallbacks) else { return nil }
    return Action(
      "carol", "callback.withdraw", #"{"id":"k\#(number)","reason":"x"}"#
    ) { shop in
      shop.finish(number, as: "withdrawn")
    }
  }

  private static func reassign(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let (number, _) = random.pick(shop.openCallbacks), let user = random.pick(shop.owners)
    else { return nil }
    return Action(
      "carol", "callback.reassign", #"{"id":"k\#(number)","assignee":"\#(user)"}"#
    ) { shop in
      guard var callback = shop.callbacks[number] else { return }
      callback.assignee = user
      shop.change(number, to: callback)
    }
  }

  /// What has ended is ended.
  private static func refuse(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    let ended = shop.callbacks.filter { !$0.value.isOpen }.keys.sorted()
    guard let number = random.pick(ended) else { return nil }
    return .refused(
      "carol", "callback.withdraw", #"{"id":"k\#(number)","reason":"x"}"#, "WRONG_STATE")
  }
}
