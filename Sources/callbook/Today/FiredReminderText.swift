import CallbookClient
import CallbookJSON
import CallbookModel

/// A reminder that fired or expired, in words: of which contact, what to do, how late, for whom. The
/// ledger's event has ids only; the rest is asked for, as far as whoever watches may see it.
struct FiredReminderText {
  private static let states = ["reminder.fired": "fired", "reminder.expired": "expired"]
  /// Of one subject so many can end in one moment; what is older is not looked for.
  private static let mostEnded = 20

  private let run: Run
  private let client: Client

  /// - Parameter client: not the one that the events come from: its lines hold only until the next.
  init(_ run: Run, asking client: Client) {
    self.run = run
    self.client = client
  }

  /// - Returns: nil for any other event, and where nothing more is to be learned.
  func line(_ event: JSONNode) -> String? {
    guard let state = Self.states[event["event"]?.string ?? ""],
      let subject = event["subject"]?.string, let at = event["at"]?.string
    else { return nil }
    guard let reminder = reminder(of: subject, state, at) else { return nil }
    let due = run.texts.clock.minute(reminder.due)
    let task = run.texts.task(reminder.kind)
    let thing = name(of: subject).map { "\(subject) \($0)" } ?? subject
    let command = subject.hasPrefix("c") ? "callbook card \(subject)" : "callbook why \(subject)"
    return Layout.cell(
      run.texts.reminderNews(
        time: run.texts.clock.text(ofWire: at) ?? at, thing, task, whom: reminder.whom,
        outcome: state == "expired"
          ? .expired(due: due) : reminder.isLate ? .late(due: due) : .inTime,
        command: command))
  }

  private struct Found {
    let kind: String
    let due: String
    let whom: String
    let isLate: Bool
  }

  private func reminder(of subject: String, _ state: String, _ at: String) -> Found? {
    var json = JSONWriter()
    json.beginObject()
    json.member("subject", subject)
    json.key("ended")
    json.value(true)
    json.member("limit", Self.mostEnded)
    json.endObject()
    let items = ask("reminder.list", json.bytes)?["items"]
    let found = items?.elements.first {
      $0["state"]?.string == state && $0["ended_at"]?.string == at
    }
    guard let found, let kind = found["kind"]?.string, let due = found["due"]?.string else {
      return nil
    }
    let role = found["role"]?.string.map { run.texts.word("role", $0) }
    return Found(
      kind: kind, due: due, whom: found["user"]?.string ?? role ?? "–",
      isLate: found["late"]?.boolean == true)
  }

  /// Of a contact that is there still.
  private func name(of subject: String) -> String? {
    guard subject.hasPrefix("c") else { return nil }
    var json = JSONWriter()
    json.beginObject()
    json.member("id", subject)
    json.endObject()
    return ask("contact.get", json.bytes)?["name"]?.string
  }

  private func ask(_ method: String, _ params: [UInt8]) -> JSONNode? {
    // Whoever may not ask sees the event as it came.
    try? client.call(Call(method, params))
  }
}
