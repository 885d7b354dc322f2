/// A callback as the rules look at it.
struct PlainCallback {
  var contact: Int64
  /// What it is about: of one contact and matter there is one open callback.
  var matter: String
  var occasion = "manual"
  var assignee: String?
  var state = "planned"
  var due: Int64
  /// When to call next.
  var next: Int64
  /// How many calls were made, and how many of them reached nobody.
  var attempts = 0
  var misses = 0
  var lastCalled: (point: Int64, outcome: String)?
  /// Numbers at which somebody else answered.
  var wrong: Set<Int64> = []
  /// The number that the time was chosen for.
  var nextPoint: Int64?
  var endedAt: Int64?

  init(
    contact: Int64, matter: String, occasion: String = "manual", assignee: String?, due: Int64
  ) {
    self.due = due
    self.contact = contact
    self.matter = matter
    self.occasion = occasion
    self.assignee = assignee
    next = due
  }

  static func matter(_ terminal: String?, _ occasion: String) -> String {
    terminal.map { "#\($0)" } ?? occasion
  }

  var isOpen: Bool { endedAt == nil }

  mutating func end(_ state: String, _ now: Int64) {
    self.state = state
    endedAt = now
  }
}

extension PlainShop {
  var openCallbacks: [(Int64, PlainCallback)] {
    callbacks.filter(\.value.isOpen).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Also those that were given up: somebody may reach the customer after all.
  var unfinishedCallbacks: [(Int64, PlainCallback)] {
    callbacks.filter { $0.value.isOpen || $0.value.state == "exhausted" }
      .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  func openCallback(of contact: Int64, _ matter: String) -> Int64? {
    callbacks.first { $0.value.isOpen && $0.value.contact == contact && $0.value.matter == matter }?
      .key
  }

  // MARK: Whom to call where and when

  /// From behind the number that was called last, and round again; who asked for another time is
  /// called at the same.
  private func phones(of callback: PlainCallback) -> [(id: Int64, point: PlainPoint)] {
    let phones = contacts[callback.contact]?.phones ?? []
    guard let last = callback.lastCalled,
      let place = phones.firstIndex(where: { $0.id == last.point })
    else { return phones.filter { !callback.wrong.contains($0.id) } }
    let start = last.outcome == "call_later" ? place : place + 1
    return (phones[start...] + phones[..<start]).filter { !callback.wrong.contains($0.id) }
  }

  func nextPhone(of callback: PlainCallback) -> Int64? {
    let phones = phones(of: callback)
    return phones.first { $0.id == callback.nextPoint }?.id ?? phones.first?.id
  }

  /// The first working minute that is not quiet, of the first number that has one.
  mutating func put(off callback: inout PlainCallback, to earliest: Int64) {
    for phone in phones(of: callback) {
      guard let at = time(notBefore: earliest, outside: phone.point.quiet) else { continue }
      (callback.next, callback.nextPoint) = (at, phone.id)
      return
    }
    callback.next = calendar.after(workingMinutes: 0, from: earliest).at
    callback.nextPoint = nil
  }

  private func time(notBefore earliest: Int64, outside quiet: (from: Int, to: Int)?) -> Int64? {
    var at = calendar.after(workingMinutes: 0, from: earliest).at
    guard let quiet else { return at }
    for _ in 0..<14 {
      let minute = Int(calendar.zone.timeOfDay(at) / 60_000)
      guard (quiet.from..<quiet.to).contains(minute) else { return at }
      at =
        calendar.after(
          workingMinutes: 0, from: at + Int64(quiet.to - minute) * 60_000
        ).at
    }
    return nil
  }

  // MARK: Changes

  mutating func add(_ callback: PlainCallback, _ number: Int64) {
    var callback = callback
    put(off: &callback, to: callback.due)
    change(number, to: callback)
  }

  mutating func change(_ number: Int64, to callback: PlainCallback) {
    callbacks[number] = callback
    plan(SimulatedCallbacks.self, number)
    plan(SimulatedCare.self, callback.contact)
  }

  mutating func finish(_ number: Int64, as state: String) {
    guard var callback = callbacks[number] else { return }
    if state == "done" { callback.attempts += 1 }
    callback.end(state, now)
    change(number, to: callback)
  }

  /// Something else asks for the same call, perhaps earlier.
  mutating func hasten(_ number: Int64, to due: Int64) {
    guard var callback = callbacks[number], callback.state == "planned", due < callback.due else {
      return
    }
    callback.due = due
    put(off: &callback, to: min(due, callback.next))
    change(number, to: callback)
  }

  /// When it was spoken with in a callback last, or one for its care ended otherwise.
  func calledAt(_ contact: Int64) -> Int64? {
    callbacks.values.filter {
      $0.contact == contact && (["done", "satisfied"].contains($0.state) || $0.occasion == "care")
    }.compactMap(\.endedAt).max()
  }

  /// What was known by its contact only has a number now.
  mutating func name(callbackOf contact: Int64, _ number: Int64) {
    guard let callback = callbacks.removeValue(forKey: -contact) else { return }
    callbacks[number] = callback
    rename(SimulatedCallbacks.kind, -contact, number)
  }
}
