import CallbookModel
import CallbookTesting

@testable import CallbookStore

/// Batches of callback forms: each form is handed over once, operations takes over and concludes
/// (DOMAIN K4).
enum SimulatedBatches: SimulatedSubject {
  static let kind = "batch"

  static func numbers(in shop: PlainShop) -> [Int64] { Array(shop.batches.keys) }

  /// Operations hears of the next step when it is due, and a manager some working days later.
  static func wanted(_ number: Int64, in shop: PlainShop) -> [PlainReminder] {
    guard let batch = shop.batches[number], let due = batch.due else { return [] }
    let told = shop.calendar.after(workingMinutes: 0, from: due)
    let overdue = SimulatedReviews.opening(
      shop.number("batch.escalate"), after: told.at, shop.calendar)
    return [
      PlainReminder(
        kind: "batch.due", cause: batch.state, due: told.at, audience: "role operations",
        isProvisional: told.isProvisional),
      PlainReminder(
        kind: "batch.overdue", cause: batch.state, due: overdue.at, audience: "role manager",
        isProvisional: overdue.isProvisional),
    ]
  }

  static func fired(_ reminder: PlainReminder, of number: Int64, in shop: inout PlainShop) {}

  static func violations(in shop: PlainShop, _ store: ReadTransaction) throws -> [String] {
    var wrong: [String] = []
    let waiting = try store.formsToHandOver(month: nil, limit: .max).map(\.number)
    let forms = shop.forms.keys.sorted()
    if waiting != forms.filter({ shop.forms[$0]?.batch == nil }) {
      wrong.append("\(waiting) wait to be handed over")
    }
    for batch in try store.batches(nil, after: nil, limit: .max) {
      let number = batch.id.number
      let shown = try store.forms(
        of: batch.id, amended: false, isOpen: false, after: nil, limit: .max
      ).map(\.id.number)
      if shown != forms.filter({ shop.forms[$0]?.batch == number }) {
        wrong.append("\(batch.id) has \(shown)")
      }
      if batch.state.rawValue != shop.batches[number]?.state {
        wrong.append("\(batch.id) is \(batch.state.rawValue)")
      }
    }
    return wrong
  }

  // MARK: What people do

  static var actions: [Choice] { [Choice(3, create), Choice(3, acknowledge), Choice(8, conclude)] }

  private static func create(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    let limit = 1 + random.below(8)
    let params = #"{"limit":\#(limit)}"#
    let forms = shop.forms.filter { $0.value.batch == nil }.keys.sorted().prefix(limit)
    guard !forms.isEmpty else { return .refused("carol", "batch.create", params, "WRONG_STATE") }
    return Action("carol", "batch.create", params) { shop, entries, _ in
      for entry in entries where entry.event == "batch.created" {
        let number = entry.subject.number
        for form in forms { shop.forms[form]?.batch = number }
        shop.batches[number] = PlainBatch(due: shop.opening(after: "batch.acknowledge"))
        shop.plan(SimulatedBatches.self, number)
      }
    }
  }

  private static func acknowledge(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let number = random.pick(shop.batches.keys.sorted()) else { return nil }
    let params = #"{"id":"b\#(number)"}"#
    guard shop.batches[number]?.state == "created" else {
      return .refused("erin", "batch.acknowledge", params, "WRONG_STATE")
    }
    return Action("erin", "batch.acknowledge", params) { shop in
      let due = shop.opening(after: "batch.conclude")
      shop.batches[number]?.state = "acknowledged"
      shop.batches[number]?.due = due
      shop.plan(SimulatedBatches.self, number)
    }
  }

  private static func conclude(_ random: inout SplitMix64, _ shop: PlainShop) -> Action? {
    guard let number = random.pick(shop.forms.keys.sorted()), let form = shop.forms[number] else {
      return nil
    }
    let word = random.one(of: "no_action", "solved", "follow_up", "complaint")
    let params = #"{"id":"f\#(number)","conclusion":"\#(word)","text":"x"}"#
    guard let batch = form.batch, shop.batches[batch]?.state != "created", !form.isConcluded else {
      return .refused("erin", "form.conclude", params, "WRONG_STATE")
    }
    return Action("erin", "form.conclude", params) { shop, entries, _ in
      shop.forms[number]?.isConcluded = true
      let rest = shop.forms.values.filter { $0.batch == batch && !$0.isConcluded }
      if rest.isEmpty {
        shop.batches[batch]?.state = "concluded"
        shop.batches[batch]?.due = nil
      }
      shop.plan(SimulatedBatches.self, batch)
      guard word == "follow_up", let callback = shop.callbacks[form.callback] else { return }
      try SimulatedCallbacks.followUp(
        callback, "follow_up", assignee: shop.caller(of: callback.contact), &shop, entries)
    }
  }
}
