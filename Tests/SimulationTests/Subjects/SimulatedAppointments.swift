import CallbookModel
import CallbookTesting

@testable import CallbookStore

/// Times that were agreed with contacts, and who is reminded of them (DOMAIN A1 to A4,
/// EXPECTATIONS 1).
enum SimulatedAppointments: SimulatedSubject {
  static let kind = "appointment"

  static func numbers(in shop: PlainShop) -> [Int64] { Array(shop.appointments.keys) }

  /// Some time before it starts whoever is to be there hears of it, and whoever tells the customer. When
  /// that time had passed already, whoever is to be there hears at once, and the customer does not.
  static func wanted(_ number: Int64, in shop: PlainShop) -> [PlainReminder] {
    guard let appointment = shop.appointments[number], appointment.isActive else { return [] }
    let start = appointment.start
    func reminder(_ kind: String, _ lead: Int64, at due: Int64, _ audience: String)
      -> PlainReminder
    {
      PlainReminder(
        kind: kind, cause: "\(lead)", due: due, audience: audience, usefulUntil: start)
    }
    var reminders: [PlainReminder] = []
    let known = max(appointment.arrangedAt, appointment.assignedAt)
    let assignee = shop.audience(appointment.assignee)
    let leads = shop.leads("appointment.remind.assignee")
    for lead in leads where start - lead * 60_000 >= known {
      reminders.append(
        reminder("appointment.soon", lead, at: start - lead * 60_000, assignee))
    }
    if let missed = leads.filter({ start - $0 * 60_000 < known }).min(), known < start {
      reminders.append(reminder("appointment.soon", missed, at: known, assignee))
    }
    let owner = shop.contacts[appointment.contact]?.owner
    let teller = appointment.assignee ?? owner
    for lead in shop.leads("appointment.remind.customer")
    where start - lead * 60_000 >= appointment.arrangedAt {
      reminders.append(
        reminder(
          "appointment.tell", lead, at: start - lead * 60_000,
          teller == nil ? "role service" : shop.audience(teller)))
    }
    return reminders
  }

  static func fired(_ reminder: PlainReminder, of number: Int64, in shop: inout PlainShop) {
    if reminder.kind == "appointment.tell" { shop.appointments[number]?.tellAt = reminder.due }
  }

  /// Looks at what fired by itself: it was of use to whoever it was for, at that instant.
  static func learn(
    _ entries: [LedgerEntry], _ shop: inout PlainShop, _ store: ReadTransaction
  ) throws {
    var met: Set<String> = []
    for entry in entries
    where entry.event == "reminder.fired" && entry.subject.kind == Self.kind {
      let number = entry.subject.number
      guard let appointment = shop.appointments[number], appointment.isActive else {
        throw Surprise("a\(number) is not to take place, and somebody was reminded of it")
      }
      for (kind, due, staff) in try BookingInvariants.fired(of: number, by: entry.seq, store) {
        if entry.at.millisecondsSince1970 >= appointment.start {
          throw Surprise("somebody was reminded of a\(number) that had begun")
        }
        guard met.insert("\(number) \(kind)").inserted else {
          throw Surprise("somebody was reminded twice of a\(number) at once")
        }
        guard wanted(number, in: shop).contains(where: { $0.kind == kind && $0.due == due }) else {
          throw Surprise("a\(number) is at another time than \(kind) for \(due)")
        }
        let somebody = shop.standIn(for: appointment.assignee)
        if kind == "appointment.soon", staff != somebody {
          throw Surprise("\(staff) was reminded of a\(number) of \(somebody)")
        }
      }
    }
  }

  static func violations(in shop: PlainShop, _ store: ReadTransaction) throws -> [String] {
    try BookingInvariants.twice(store)
  }

  static var actions: [Choice] { booking + changing + cancelling }
}

extension PlainShop {
  /// Minutes, each once.
  fileprivate func leads(_ setting: String) -> Set<Int64> {
    Set((policy[setting] ?? "").split(separator: " ").compactMap { Int64($0) })
  }

  /// The number of whoever does somebody's work now; 0 for all managers.
  fileprivate func standIn(for user: String?) -> Int64 {
    guard let user else { return 0 }
    guard let away = staff[user]?.away, (away.from..<away.until).contains(now) else {
      return staff[user]?.number ?? 0
    }
    return staff[away.substitute]?.number ?? 0
  }
}
