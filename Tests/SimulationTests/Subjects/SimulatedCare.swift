import CallbookModel
import CallbookTesting

@testable import CallbookStore

/// Merchants that nobody spoke with for a while are called (DOMAIN K1: periodic care).
enum SimulatedCare: SimulatedSubject {
  static let kind = "care"

  static var actions: [Choice] { [] }

  static func numbers(in shop: PlainShop) -> [Int64] { Array(shop.contacts.keys) }

  static func wanted(_ number: Int64, in shop: PlainShop) -> [PlainReminder] {
    guard let contact = shop.contacts[number], contact.isLive,
      let cycle = shop.cycle("callback.care.merchant"), contact.category == "merchant",
      contact.status == "active",
      !shop.callbacks.values.contains(where: {
        $0.isOpen && $0.contact == number && $0.occasion == "care"
      })
    else { return [] }
    let calls = shop.callbacks.values.count { $0.contact == number && $0.occasion == "care" }
    let last = shop.calendar.zone.day(shop.calledAt(number) ?? contact.createdAt)
    let due = shop.calendar.opening(notBefore: last.plus(cycle: cycle))
    return [
      PlainReminder(
        kind: "care.due", cause: "\(last.text)/\(calls)", due: due.at, audience: "role service",
        isProvisional: due.isProvisional)
    ]
  }

  /// A callback is planned, that is due when the reminder was. Its number is learned afterwards.
  static func fired(_ reminder: PlainReminder, of number: Int64, in shop: inout PlainShop) {
    shop.add(
      PlainCallback(
        contact: number, matter: "care", occasion: "care",
        assignee: shop.caller(of: number), due: reminder.due),
      -number)
  }

  static func learn(
    _ entries: [LedgerEntry], _ shop: inout PlainShop, _ store: ReadTransaction
  ) throws {
    for entry in entries where entry.event == "callback.planned" {
      let callback = try store.callback(CallbackID(entry.subject.number))
      shop.name(callbackOf: callback.contact.number, callback.id.number)
    }
  }

  static func violations(in shop: PlainShop, _ store: ReadTransaction) -> [String] { [] }
}
