import CallbookModel
import CallbookTesting

@testable import CallbookStore

/// A small shop in which contacts are added, edited, merged and taken apart by chance, and what must
/// hold after every step.
struct MergeModel {
  private var random: SplitMix64
  let store: TestStore
  private(set) var ids: [ContactID] = []
  private(set) var merges = 0
  private(set) var unmerges = 0

  init(seed: UInt64) throws {
    random = SplitMix64(seed: seed)
    store = try TestStore(seed: seed)
    for (place, key) in Self.fields.enumerated() {
      let field = CustomField(
        key: key, label: key, subject: .contact, type: .text, place: place + 1,
        createdAt: TestServices.start)
      try change { store throws(CallbookError) in try store.insert(field) }
    }
  }

  private static let fields = ["x", "y"]

  /// - Returns: what does not hold.
  mutating func step() throws(CallbookError) -> [String] {
    switch random.next() % 10 {
    case 0...2: try add()
    case 3...5: try editPoint()
    case 6...7: return try mergeSome()
    default: try unmergeOne()
    }
    return []
  }

  // MARK: Steps

  private mutating func add() throws(CallbookError) {
    let id = ContactID(Int64(ids.count + 1))
    let kind: ContactKind = isLucky(4) ? .organisation : .person
    let organisation = ids.filter { _ in isLucky(3) }.first
    var contact = Contact(
      id: id, uuid: UniqueID(high: 1, low: UInt64(id.number)), kind: kind, name: "N\(any(3))",
      title: text("t"), organisation: text("o"),
      organisationID: organisation, tags: ["a", "b", "c"].filter { _ in isLucky(2) },
      status: isLucky(5) ? .blocked : .active, notes: text("n"), createdAt: TestServices.start,
      updatedAt: TestServices.start)
    for key in Self.fields { contact.fields[key] = text(key).map { .text($0) } }
    for kind in 0..<any(4) { contact.points.append(point(kind)) }
    let (new, listed) = (contact, ids.filter { _ in isLucky(3) })
    try change { store throws(CallbookError) in
      var made = new
      made.points = new.points.map { $0.with(store.nextPointID()) }
      _ = store.nextContactID()
      if let organisation { made.organisationID = try store.survivor(of: organisation) }
      try store.insert(made)
      var people: [EmergencyContact] = []
      for (place, person) in listed.prefix(3).enumerated() {
        people.append(
          EmergencyContact(place: place + 1, contact: try store.survivor(of: person)))
      }
      try store.setEmergencyList(of: .contact(id), to: people)
    }
    ids.append(id)
  }

  private mutating func editPoint() throws(CallbookError) {
    let number = Int64(any(max(1, ids.count * 2)) + 1)
    let (action, name, value) = (any(5), "E\(any(100))", text("z"))
    try change { store throws(CallbookError) in
      guard (try? store.contact(holding: PointID(number))) != nil else { return }  // none such
      let id = try store.currentPoint(PointID(number))
      let old = try store.contact(holding: id)
      var new = old
      guard let place = new.points.firstIndex(where: { $0.id == id }) else { return }
      switch action {
      case 0: new.points[place].doNotUse = true
      case 1:
        new.points[place].removedAt = store.at
        new.points[place].isPreferred = false
      case 2: new.name = name
      case 3: new.fields["y"] = value.map { .text($0) }
      default:
        for other in new.points.indices { new.points[other].isPreferred = false }
        new.points[place].isPreferred = new.points[place].removedAt == nil
      }
      _ = try store.save(new, over: old, event: "test.edited")
    }
  }

  /// Merges, checks that nothing is missing, and half of the time takes all of it back at once.
  private mutating func mergeSome() throws(CallbookError) -> [String] {
    let live = try live()
    guard let into = pick(live), let kind = try card(into)?.contact.kind else { return [] }
    var others: [ContactID] = []
    for id in live where id != into && others.count < 3 && isLucky(3) {
      if try card(id)?.contact.kind == kind { others.append(id) }
    }
    guard !others.isEmpty else { return [] }
    let (from, before) = (others, try state())
    try change { store throws(CallbookError) in _ = try store.merge(from, into: into) }
    merges += 1
    var wrong = try missing(into, from, before)
    guard isLucky(2) else { return wrong }
    for id in isLucky(2) ? from : from.reversed() {
      try change { store throws(CallbookError) in _ = try store.unmerge(id) }
    }
    let after = try state()
    for id in live where after[id] != before[id] {
      wrong.append("\(id) is not as it was: \(String(describing: after[id]))")
    }
    return wrong
  }

  private mutating func unmergeOne() throws(CallbookError) {
    guard let id = pick(ids.filter { _ in isLucky(2) }) else { return }
    do throws(CallbookError) {
      try change { store throws(CallbookError) in _ = try store.unmerge(id) }
      unmerges += 1
    } catch {
      // A contact that is whole, or part of a part: the only reasons there are here.
      guard error.reason == .wrongState else { throw error }
    }
  }

  // MARK: What must hold

  /// What somebody sees of a contact, but for its revision.
  struct Card: Equatable {
    var contact: Contact
    let emergency: [EmergencyContact]
    let members: [ContactID]
  }

  private func live() throws(CallbookError) -> [ContactID] {
    try store.read { read throws(CallbookError) in
      var live: [ContactID] = []
      for id in ids where try read.survivor(of: id) == id { live.append(id) }
      return live
    }
  }

  private func card(_ id: ContactID) throws(CallbookError) -> Card? {
    try store.read { read throws(CallbookError) in
      guard var contact = try read.contactIfLive(id, withRemoved: true) else { return nil }
      contact.rev = 0
      contact.updatedAt = TestServices.start
      return Card(
        contact: contact, emergency: try read.emergencyList(of: .contact(id)),
        members: try read.members(of: id).map(\.id).sorted())
    }
  }

  private func state() throws(CallbookError) -> [ContactID: Card] {
    var state: [ContactID: Card] = [:]
    for id in ids { state[id] = try card(id) }
    return state
  }

  /// Of what the merged contacts had, what the survivor has not.
  private func missing(
    _ into: ContactID, _ from: [ContactID], _ before: [ContactID: Card]
  ) throws(CallbookError) -> [String] {
    guard let survivor = try card(into)?.contact else { return ["\(into) is gone"] }
    var wrong: [String] = []
    for id in [into] + from {
      guard let part = before[id]?.contact else { continue }
      for point in part.points {
        let kept = survivor.points.first { $0.isSame(as: point) }
        if kept == nil { wrong.append("\(point.id) of \(id) is lost") }
        if point.doNotUse, kept?.doNotUse == false { wrong.append("\(point.id) is used again") }
        if point.removedAt == nil, kept?.removedAt != nil { wrong.append("\(point.id) is removed") }
      }
      if part.status == .blocked, survivor.status != .blocked { wrong.append("\(id) is unblocked") }
      if !Set(part.tags).isSubset(of: survivor.tags) { wrong.append("tags of \(id) are lost") }
      for entry in part.fields.entries where survivor.fields[entry.key] == nil {
        wrong.append("\(entry.key) of \(id) is lost")
      }
      if part.title != nil, survivor.title == nil { wrong.append("the title of \(id) is lost") }
    }
    return wrong
  }

  /// What must hold at any time.
  func violations() throws(CallbookError) -> [String] {
    let sql = try SQLConnection(readingStoreAt: store.path)
    return try store.read { read throws(CallbookError) in
      var wrong: [String] = []
      for id in ids where try read.contactOrSurvivor(id) == nil { wrong.append("\(id) is lost") }
      let points: [PointID] = try sql.all("SELECT id FROM point", { _ in }, { $0.identifier(0) })
      for point in points {
        let current = try read.currentPoint(point)
        let holder = try read.contact(holding: point)
        if !holder.points.contains(where: { $0.id == current }) { wrong.append("\(point) is lost") }
      }
      wrong += try sql.all(
        """
        SELECT 'organisation of ' || c.id FROM contact c JOIN contact o ON o.id = c.organisation_id
        WHERE c.state = 'live' AND o.state <> 'live'
        UNION ALL SELECT 'listing of ' || e.holder FROM emergency e
          JOIN contact c ON c.id = e.contact WHERE c.state <> 'live'
        UNION ALL SELECT 'record of ' || id FROM contact
          WHERE (state = 'merged') <> (id IN (SELECT contact FROM merge))
        """, { _ in }, { $0.text(0) })
      let problems = try read.verifyLedger().problems
      return wrong + problems.map { "ledger \($0)" } + (try staleKeys(sql))
    }
  }

  /// Every contact has exactly the key that its name and company give, or none where it has a number
  /// and the key would not tell it apart.
  private func staleKeys(_ sql: SQLConnection) throws(CallbookError) -> [String] {
    let rows = try sql.all(
      """
      SELECT c.id, c.kind, c.name, coalesce(o.name, c.organisation),
        (SELECT group_concat(key) FROM name_key k WHERE k.contact = c.id)
      FROM contact c LEFT JOIN live_contact o ON o.id = c.organisation_id
      """, { _ in },
      { row throws(CallbookError) in
        let key = NameKey(kind: try row.word(1), name: row.text(2), company: row.textOrNil(3))
        let isMissing = row.textOrNil(4) == nil && !key.tellsApart
        return isMissing || row.textOrNil(4) == String(key.number)
          ? "" : "key of \(row.integer(0)) is stale"
      })
    return rows.filter { !$0.isEmpty }
  }

  // MARK: Chance

  private mutating func any(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
  private mutating func isLucky(_ count: Int) -> Bool { any(count) == 0 }
  private mutating func text(_ prefix: String) -> String? {
    isLucky(2) ? "\(prefix)\(any(3))" : nil
  }
  private mutating func pick(_ ids: [ContactID]) -> ContactID? {
    ids.isEmpty ? nil : ids[any(ids.count)]
  }

  /// Few numbers, so that many contacts have the same; each kind once at most in a contact.
  private mutating func point(_ place: Int) -> ContactPoint {
    let email = "\(place)\(any(4))@example.com"
    return ContactPoint(
      id: PointID(1), kind: .email, value: email, normal: email, label: text("l"),
      isPreferred: place == 0 && isLucky(2), consent: isLucky(4) ? .refused : .unknown,
      doNotUse: isLucky(4),
      quietHours: isLucky(3) ? QuietHours(startMinute: any(700), endMinute: 700 + any(700)) : nil,
      removedAt: place > 0 && isLucky(4) ? TestServices.start : nil)
  }

  private func change(
    _ work: @escaping @Sendable (WriteTransaction) throws(CallbookError) -> Void
  ) throws(CallbookError) {
    try store.change { store throws(CallbookError) in
      try work(store)
      return []
    }
  }
}

extension ContactPoint {
  fileprivate func with(_ id: PointID) -> ContactPoint {
    ContactPoint(
      id: id, kind: kind, value: value, normal: normal, label: label, isPreferred: isPreferred,
      consent: consent, doNotUse: doNotUse, quietHours: quietHours, removedAt: removedAt)
  }
}
