import CallbookModel
import CallbookTesting

@testable import CallbookStore

/// A year of a shop's life by chance, checked after every step against the second model.
final class Simulation {
  static let minute: Int64 = 60_000
  static let day: Int64 = 86_400_000

  var random: SplitMix64
  var model: PlainShop
  let shop: SimulatedShop
  /// The last entry of the ledger that was looked at.
  var seen: Int64 = 0
  /// What was done, for whoever has to understand a failure.
  private(set) var story: [String] = []
  var counts = SimulationCounts()
  private let start: Int64
  private var importsAt: Int64

  init(seed: UInt64) throws {
    random = SplitMix64(seed: seed)
    // In the first half of January 2026, in the morning.
    start = 1_767_400_000_000 + Int64(random.below(12)) * Self.day
    importsAt = start + Int64(300 + random.below(90)) * Self.day
    model = PlainShop(now: start)
    shop = try SimulatedShop(at: Instant(millisecondsSince1970: start))
    try open()
  }

  var isOver: Bool { model.now > start + 400 * Self.day }

  func tell(_ text: String) {
    story.append("\(Instant(millisecondsSince1970: model.now)) \(text)")
  }

  /// The staff list, and the contacts that the shop has already.
  private func open() throws {
    for (place, name) in Self.people.enumerated() {
      let roles = name.roles.map { #""\#($0)""# }.joined(separator: ",")
      let user = place == 0 ? "root" : "alice"
      try perform(
        Action(user, "staff.add", #"{"user":"\#(name.user)","role":[\#(roles)]}"#) { shop in
          shop.staff[name.user] = PlainStaff(
            uid: name.uid, number: Int64(place) + 1, roles: Set(name.roles),
            since: shop.now)
        })
    }
    if random.isLucky(2) {
      try perform(RuleChanges.answer("appointment.pending_cancel_holds", model))
    }
    guard let add = SimulatedContacts.actions.first else { return }
    for _ in 0..<40 + random.below(160) {
      if let action = add.make(&random, model) { try perform(action) }
    }
  }

  private static let people: [(user: String, uid: UInt32, roles: [String])] = [
    ("alice", 4001, ["admin"]), ("bob", 4002, ["agent"]), ("carol", 4003, ["service"]),
    ("dan", 4004, ["agent"]), ("erin", 4005, ["manager"]),
  ]

  // MARK: Steps

  /// - Returns: what does not hold afterwards.
  func step() throws -> [String] {
    if model.now >= importsAt {
      importsAt = .max
      try perform(RuleChanges.importYear())
    } else {
      try takeStep()
    }
    return try settleAndCompare()
  }

  private func takeStep() throws {
    switch random.below(100) {
    case 0..<44: try act()
    case 44..<54: try serve()
    case 54..<57: try actAndCrash()
    case 57..<86: try live()
    case 86..<90: try suspend()
    case 90..<93: try beDown()
    case 93..<96: try setClock()
    case 96..<99: try crashInClaim()
    default: try crash()
    }
  }

  private func act() throws {
    for _ in 0...random.below(4) {
      if let action = nextAction() { try perform(action) }
      pass(Int64(random.below(240)) * Self.minute)
      try settle()
    }
  }

  /// A busy time at the counter: what is booked there stands in each other's way.
  private func serve() throws {
    for _ in 0...random.below(24) {
      if let action = nextAction(from: SimulatedSubjects.atCounter) { try perform(action) }
      pass(Int64(random.below(40)) * Self.minute)
      try settle()
    }
  }

  func nextAction() -> Action? {
    var choices = RuleChanges.actions + SimulatedMerges.actions
    for kind in SimulatedSubjects.all { choices += kind.actions }
    return nextAction(from: choices)
  }

  private func nextAction(from choices: [Choice]) -> Action? {
    var place = random.below(choices.reduce(0) { $0 + $1.weight })
    for choice in choices {
      guard place >= choice.weight else { return choice.make(&random, model) }
      place -= choice.weight
    }
    return nil
  }

  /// Asks for something, and lets the second model follow when it was done.
  func perform(_ action: Action) throws {
    tell("\(action.user): \(action.method) \(action.params)")
    counts.actions += 1
    let uid = action.user == "root" ? 0 : model.staff[action.user]?.uid ?? 0
    switch try shop.ask(uid: uid, action.method, action.params) {
    case .done:
      guard action.refusal == nil else { throw Surprise("it was not refused") }
      counts.outcomes[action.method, default: 0] += 1
      try follow(action)
    case .refused(let reason):
      guard reason == action.refusal else { throw Surprise("it was refused: \(reason)") }
      counts.outcomes["\(action.method) \(reason)", default: 0] += 1
      try requireNothingRecorded()
    case .broken(let isUnknown):
      tell("  the disk fails\(isUnknown ? ", nobody knows whether it was done" : "")")
      try shop.crash()
      counts.crashes += 1
      if shop.head == seen { return }
      guard isUnknown else { throw Surprise("it was said to be undone, and was done") }
      tell("  it was done")
      counts.settledUnknowns += 1
      try follow(action)
    }
  }

  private func follow(_ action: Action) throws {
    try shop.read { store in
      let entries = try store.ledger(after: seen, limit: 1000)
      seen = entries.last?.seq ?? seen
      try action.apply(&model, entries, store)
    }
  }

  private func requireNothingRecorded() throws {
    guard shop.head == seen else { throw Surprise("a refusal left something on record") }
  }

  // MARK: Time

  /// Both clocks go on.
  func pass(_ milliseconds: Int64) {
    shop.pass(milliseconds: milliseconds)
    model.now += milliseconds
  }

  /// Some days on which the scheduler sleeps from one reminder to the next.
  private func live() throws {
    let until = model.now + Int64(random.below(11 * 24)) * 60 * Self.minute
    tell("time passes until \(Instant(millisecondsSince1970: until))")
    while let next = model.next, next <= until {
      pass(max(0, next - 1 - model.now))
      try requireRest()
      pass(next - model.now)
      try settle()
    }
    pass(until - model.now)
  }

  /// The machine is suspended.
  private func suspend() throws {
    let hours = Int64(1 + random.below(72))
    tell("the machine sleeps for \(hours) hours")
    pass(hours * 60 * Self.minute)
  }

  private func beDown() throws {
    let hours = Int64(1 + random.below(24 * random.one(of: 1, 3, 14)))
    tell("the daemon is down for \(hours) hours")
    counts.downtimes += 1
    try shop.stop(downFor: hours * 60 * Self.minute)
    model.now += hours * 60 * Self.minute
    // Somebody may be quicker than the scheduler.
    if random.isLucky(3), let action = nextAction() { try perform(action) }
  }

  private func setClock() throws {
    let minutes = Int64(random.below(48 * 60)) * (random.isLucky(3) ? 1 : -1)
    tell("the clock is set by \(minutes) minutes")
    counts.clockSteps += 1
    model.now += minutes * Self.minute
    shop.setClock(to: Instant(millisecondsSince1970: model.now))
  }

  // MARK: Crashes

  private func crash() throws {
    tell("the daemon is killed")
    counts.crashes += 1
    let hours = random.isLucky(2) ? Int64(random.below(100)) : 0
    try shop.crash(downFor: hours * 60 * Self.minute)
    model.now += hours * 60 * Self.minute
  }

  /// At a random point of a random transaction.
  private func actAndCrash() throws {
    guard let action = nextAction() else { return }
    shop.breakDisk(onSync: random.isLucky(2), after: 1 + random.below(2))
    try perform(action)
    // It was done before the disk failed, or changed nothing.
    try crash()
  }

  private func crashInClaim() throws {
    guard let next = model.next, next < model.now + 20 * Self.day else { return }
    pass(max(0, next + Int64(random.below(40 * 60)) * Self.minute - model.now))
    shop.breakDisk(onSync: random.isLucky(2), after: 1 + random.below(3))
    tell("the disk fails while reminders fire")
    _ = shop.runScheduler()
    counts.crashes += 1
    try shop.crash()
  }
}

/// What cannot be, seen while a step was made.
struct Surprise: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

struct SimulationCounts {
  var steps = 0
  var actions = 0
  var crashes = 0
  /// Changes of which only the next start could say that they were done.
  var settledUnknowns = 0
  var downtimes = 0
  var clockSteps = 0
  var fired = 0
  /// How often what was done, or refused and why.
  var outcomes: [String: Int] = [:]
}
