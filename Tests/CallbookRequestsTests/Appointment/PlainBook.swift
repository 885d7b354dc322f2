/// The rules of a booking once more, in plain words: a day is a row of minutes, and everybody writes on it
/// what they have. Minutes are counted from midnight of Monday 1 June 2026 in Shanghai.
struct PlainBook {
  struct Entry {
    let id: String
    let contact: Int
    var assignee: String?
    var place: String?
    var minutes: Range<Int>
    var isActive = true
  }

  struct Wish {
    var contact: Int
    var assignee: String?
    var place: String?
    var minutes: Range<Int>
  }

  private(set) var entries: [Entry] = []
  /// When somebody has something else to do.
  private(set) var elsewhere: [String: [Range<Int>]] = [:]
  let rooms = ["one": 1, "three": 3]
  let horizonDays: Int

  init(horizonDays: Int) {
    self.horizonDays = horizonDays
  }

  /// The checks that refuse it, sorted.
  func refused(_ wish: Wish, now: Int, moved: String? = nil) -> [String] {
    var checks: Set<String> = []
    let others = entries.filter { $0.isActive && $0.id != moved }
    if wish.minutes.lowerBound <= now { checks.insert("past") }
    if wish.minutes.lowerBound / 1440 > now / 1440 + horizonDays { checks.insert("horizon") }
    let old = entries.first { $0.isActive && $0.id == moved }
    let stays =
      old.map {
        $0.assignee == wish.assignee && $0.minutes.lowerBound <= wish.minutes.lowerBound
          && wish.minutes.upperBound <= $0.minutes.upperBound
      } ?? false
    for minute in wish.minutes {
      let there = others.filter { $0.minutes.contains(minute) }
      if !Self.isOpen(minute) { checks.insert("outside_hours") }
      if there.contains(where: { $0.contact == wish.contact }) { checks.insert("busy_contact") }
      if let assignee = wish.assignee, there.contains(where: { $0.assignee == assignee }) {
        checks.insert("busy_assignee")
      }
      if let assignee = wish.assignee, !stays,
        elsewhere[assignee]?.contains(where: { $0 ~= minute }) == true
      {
        checks.insert("busy_elsewhere")
      }
      if let place = wish.place, there.count(where: { $0.place == place }) >= rooms[place] ?? 0 {
        checks.insert("full_place")
      }
    }
    return checks.sorted()
  }

  /// From Monday to Friday, from nine to six.
  private static func isOpen(_ minute: Int) -> Bool {
    minute / 1440 % 7 < 5 && (9 * 60..<18 * 60).contains(minute % 1440)
  }

  mutating func setElsewhere(_ user: String, _ times: [Range<Int>]) { elsewhere[user] = times }

  mutating func add(_ wish: Wish, id: String) {
    entries.append(
      Entry(
        id: id, contact: wish.contact, assignee: wish.assignee, place: wish.place,
        minutes: wish.minutes))
  }

  mutating func move(_ id: String, to wish: Wish) {
    guard let place = entries.firstIndex(where: { $0.id == id }) else { return }
    entries[place].minutes = wish.minutes
    entries[place].place = wish.place
    entries[place].assignee = wish.assignee
  }

  mutating func cancel(_ id: String) {
    guard let place = entries.firstIndex(where: { $0.id == id }) else { return }
    entries[place].isActive = false
  }
}
