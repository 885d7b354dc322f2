import CallbookModel
import CallbookStore
import CallbookTesting
import Synchronization
import Testing

/// A shop in which things happen to series by chance, and what has to hold of them, in plain words.
final class SeriesWorld {
  /// What the test knows of a series: the days that it had from its first on.
  struct Known {
    let id: SeriesID
    /// Where it begins to count: after an edit, where the series before left off.
    let first: Int
  }

  let shop: TestShop
  private(set) var admin: TestConnection
  var chance: SplitMix64
  let zone: TimeZoneRules
  let horizonDays: Int64
  let deferDays: Int64
  private(set) var known: [Known] = []
  /// What an edit named as kept at the time that it had.
  private(set) var kept: Set<String> = []
  /// How often which thing happened.
  private(set) var counts: [String: Int] = [:]

  init(seed: UInt64) throws {
    chance = SplitMix64(seed: seed)
    shop = try TestShop()
    shop.clock.set(try #require(Instant("2026-01-07T10:00:00+08:00")))
    _ = try shop.connect().result("staff.add", #"{"user":"alice","role":["manager","admin"]}"#)
    admin = shop.connect(uid: 4001)
    let zoneName = ["Asia/Shanghai", "Europe/Berlin"][chance.below(2)]
    zone = try MachineZones.rules(zoneName)
    horizonDays = [Int64(5), 20, 45][chance.below(3)]
    deferDays = [Int64(0), 2, 7, 7][chance.below(4)]
    for (method, params) in [
      ("shop.edit", #"{"time_zone":"\#(zoneName)"}"#),
      ("staff.add", #"{"user":"bob","role":["agent"]}"#),
      ("contact.add", #"{"name":"N1"}"#), ("contact.add", #"{"name":"N2"}"#),
      ("policy.set", #"{"setting":"appointment.horizon","value":"\#(horizonDays)"}"#),
      ("policy.set", #"{"setting":"series.defer","value":"\#(deferDays)"}"#),
      ("policy.set", #"{"setting":"appointment.cancel_notice","value":"0"}"#),
    ] { _ = try admin.result(method, params) }
    for _ in 0..<6 {
      let day = CalendarDate(daysSince1970: today.daysSince1970 + Int64(chance.below(120)))
      let hours = ["closed", "closed", "13:00-16:00"][chance.below(3)]
      _ = try admin.result("calendar.set", #"{"days":["\#(day)"],"hours":"\#(hours)"}"#)
    }
  }

  var now: Instant { shop.clock.now() }
  var today: CalendarDate { zone.local(now).date }

  /// One thing happens; a request may be refused, and then changes nothing.
  func step() throws {
    switch chance.below(12) {
    case 0, 1: try add()
    case 2: try changeOne("appointment.move")
    case 3: try changeOne("appointment.cancel")
    case 4, 5: try edit()
    case 6: try end()
    case 7: try goDown()
    default: pass(days: 1)
    }
    settle()
  }

  // MARK: What happens

  private func add() throws {
    guard known.count < 12 else { return }
    let first = today.daysSince1970 + 1 + Int64(chance.below(30))
    let day = [29, 30, 31].compactMap { CalendarDate(year: 2026, month: 1, day: $0) }
      .first { $0 > today && chance.below(2) == 0 }
    let time = [540, 600, 990, 150][chance.below(4)]
    let start = try instant(day ?? CalendarDate(daysSince1970: first), time)
    let ends = [
      "", #","count":\#(1 + chance.below(9))"#,
      #","until":"\#(CalendarDate(daysSince1970: first + 3 + Int64(chance.below(60))))""#,
    ]
    let assignee = chance.below(2) == 0 ? #","assignee":"bob""# : ""
    let contact = 1 + chance.below(2)
    let reply = try admin.call(
      "series.add",
      #"{"contact":"c\#(contact)","start":"\#(start)","cycle":"\#(cycle())"\#(ends[chance.below(3)])\#(assignee)}"#
    )
    try note("add", reply)
  }

  private func cycle() -> String {
    ["P1D", "P2D", "P1W", "P2W", "P10D", "P1M", "P2M", "P1Y"][chance.below(8)]
  }

  private func changeOne(_ method: String) throws {
    guard let one = try some() else { return }
    let coming = try appointments(of: one.id).filter { $0.state.isActive && $0.start > now }
    guard !coming.isEmpty else { return }
    let chosen = coming[chance.below(coming.count)]
    let params =
      method == "appointment.cancel"
      ? #""reason":"weather""#
      : #""start":"\#(chosen.start.advanced(byMilliseconds: 86_400_000 + 3_600_000))""#
    let reply = try admin.call(method, #"{"id":"\#(chosen.id)",\#(params)}"#)
    count(method, reply)
  }

  private func edit() throws {
    guard let one = try some(), known.count < 16 else { return }
    let old = try series(one.id)
    let from = CalendarDate(daysSince1970: today.daysSince1970 + Int64(chance.below(40)) - 5)
    let changes = [
      #""time":"11:00""#, #""time":"14:30","duration_minutes":30"#, #""cycle":"\#(cycle())""#,
      #""cycle":"\#(cycle())","time":"09:30""#,
    ]
    let params =
      #"{"id":"\#(one.id)","from":"\#(from)","reason":"customer_request",\#(changes[chance.below(4)])}"#
    let before = try everything()
    let said = try admin.call("series.edit", params, ctx: #"{"dry_run":true}"#)
    #expect(try everything() == before)
    let reply = try admin.call("series.edit", params)
    for part in ["kept", "items"] {
      #expect(said["result"]?[part] == reply["result"]?[part])
    }
    try note("edit", reply, over: old)
    kept.formUnion(reply["result"]?["kept"]?.items.compactMap(\.text) ?? [])
    guard reply["result"] != nil, let next = known.last else {
      #expect(try everything() == before)
      return
    }
    // Whatever was before the first occurrence of the new one is as it was, and so are all others.
    guard let changed = try series(next.id).day(next.first) else { return }
    let earlier = before.filter { appointment in
      appointment.series != one.id
        || appointment.occurrence.map { zone.local($0).date < changed } ?? true
    }
    let after = Set(try everything().map { "\($0)" })
    #expect(earlier.allSatisfy { after.contains("\($0)") })
  }

  private func end() throws {
    guard let one = try some() else { return }
    let from = CalendarDate(daysSince1970: today.daysSince1970 + Int64(chance.below(30)))
    let before = try series(one.id)
    let reply = try admin.call(
      "series.end", #"{"id":"\#(one.id)","from":"\#(from)","reason":"no_longer_needed"}"#)
    count("end", reply)
    guard case .integer(let bulk) = reply["result"]?["bulk"], chance.below(2) == 0 else { return }
    pass(days: Int64(chance.below(3)))
    let back = try admin.call("appointment.reinstate_many", #"{"bulk":\#(bulk)}"#)
    count("reinstate", back)
    #expect(try series(one.id).until == before.until)
  }

  /// The daemon is down for a while.
  private func goDown() throws {
    shop.close()
    shop.clock.advance(milliseconds: Int64(2 + chance.below(12)) * 86_400_000)
    try shop.open()
    admin = shop.connect(uid: 4001)
    count("down")
  }

  private func pass(days: Int64) {
    shop.clock.advance(milliseconds: days * 86_400_000)
  }

  private func settle() {
    for _ in 0..<3 { shop.claim() }
  }

  /// Mostly one of which something is still to come.
  private func some() throws -> Known? {
    let current = try known.filter { known in
      try series(known.id).state == .active || chance.below(4) == 0
    }
    return current.isEmpty ? nil : current[chance.below(current.count)]
  }

  func count(_ what: String) { counts[what, default: 0] += 1 }

  private func count(_ what: String, _ reply: WireValue) {
    counts[reply["result"] == nil ? "\(what) refused" : what, default: 0] += 1
  }

  private func note(_ what: String, _ reply: WireValue, over old: Series? = nil) throws {
    count(what, reply)
    let report = what == "add" ? reply["result"] : reply["result"]?["next"]
    guard let id = report?["series"]?["id"]?.text.flatMap({ SeriesID($0) }) else { return }
    let made = try series(id)
    let isRecounted = old.map { $0.plan.cycle != made.plan.cycle } ?? true
    let day = reply["result"]?["ended"]?["until"]?.text.flatMap { CalendarDate($0) }
    var first = 0
    if let old, let day, !isRecounted {
      while let known = old.day(first), known <= day { first += 1 }
    }
    known.append(Known(id: id, first: first))
  }

  // MARK: What there is

  func series(_ id: SeriesID) throws -> Series {
    try read { store throws(CallbookError) in try store.series(id) }
  }

  func appointments(of id: SeriesID) throws -> [Appointment] {
    try read { store throws(CallbookError) in
      try store.appointments(of: id, from: Instant(millisecondsSince1970: 0), limit: 10_000)
    }
  }

  func calendar() throws -> WorkCalendar {
    try read { store throws(CallbookError) in try store.workCalendar() }
  }

  func skipped(of id: SeriesID) throws -> [SkippedOccurrence] {
    try read { store throws(CallbookError) in try store.skippedOccurrences(of: id, limit: 10_000) }
  }

  private func everything() throws -> [Appointment] {
    try known.flatMap { try appointments(of: $0.id) }
  }

  private func read<Value: Sendable>(
    _ body: @escaping @Sendable (ReadTransaction) throws(CallbookError) -> Value
  ) throws -> Value {
    let box = Mutex<Result<Value, CallbookError>?>(nil)
    let done = Signal()
    shop.store.read { reading in
      let result: Result<Value, CallbookError>
      do throws(CallbookError) { result = .success(try body(try reading.get())) } catch {
        result = .failure(error)
      }
      box.withLock { $0 = result }
      done.send()
    }
    #expect(done.wait(seconds: 20))
    return try #require(box.withLock { $0 }).get()
  }

  /// At a minute of a day, by the clocks of the zone; the first after it where they skip it.
  func instant(_ day: CalendarDate, _ minute: Int) throws -> Instant {
    switch zone.instants(of: LocalTime(day, minuteOfDay: minute)) {
    case .one(let instant), .two(let instant, _), .none(_, after: let instant): instant
    }
  }
}
