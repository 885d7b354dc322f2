import CallbookModel
import CallbookTesting
import Foundation
import Testing

struct TimeZoneRulesTests {
  @Test func `clocks show what Foundation says they show, in every zone, from 1970 to 2100`() throws
  {
    let seed = UInt64(4_138_776)
    print("seed of zones and instants: \(seed)")
    var random = SplitMix64(seed: seed)
    var compared = 0
    var different: [String: String] = [:]
    for name in TimeZone.knownTimeZoneIdentifiers {
      guard let expected = TimeZone(identifier: name), let rules = try? MachineZones.rules(name)
      else { continue }
      for _ in 0..<120 {
        let seconds = random.below(4_102_444_800)
        let found = rules.offsetSeconds(at: Instant(millisecondsSince1970: Int64(seconds) * 1000))
        let wanted = expected.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
        if found != wanted {
          different[name] = "\(seconds): \(found), not \(wanted)"
        }
        compared += 1
      }
    }
    #expect(compared > 40_000)
    #expect(different.isEmpty)
  }

  @Test(arguments: [
    ("Asia/Shanghai", "1986-07-01T00:00:00Z", 32_400),
    ("Asia/Shanghai", "2026-07-01T00:00:00Z", 28_800),
    ("Asia/Shanghai", "2300-07-01T00:00:00Z", 28_800),
    ("America/New_York", "2026-03-08T06:59:59Z", -18_000),
    ("America/New_York", "2026-03-08T07:00:00Z", -14_400),
    ("America/New_York", "2099-07-01T00:00:00Z", -14_400),
    ("Europe/Dublin", "2050-12-01T00:00:00Z", 0), ("Europe/Dublin", "2050-07-01T00:00:00Z", 3600),
    ("Australia/Lord_Howe", "2060-01-01T00:00:00Z", 39_600),
    ("Asia/Kathmandu", "2026-01-01T00:00:00Z", 20_700), ("Etc/UTC", "2026-01-01T00:00:00Z", 0),
  ]) func `a known offset is found`(_ zone: String, _ time: String, _ seconds: Int) throws {
    let instant = try #require(Instant(time))
    #expect(try MachineZones.rules(zone).offsetSeconds(at: instant) == seconds)
  }

  @Test func `a local time that does not exist has its two neighbours`() throws {
    let newYork = try MachineZones.rules("America/New_York")
    let reading = newYork.instants(of: try local("2026-03-08", 150))
    let before = try #require(Instant("2026-03-08T06:59:00Z"))
    let after = try #require(Instant("2026-03-08T07:00:00Z"))
    #expect(reading == .none(before: before, after: after))
    #expect(newYork.local(before).description == "2026-03-08 01:59")
    #expect(newYork.local(after).description == "2026-03-08 03:00")
  }

  @Test func `a local time that exists twice has both, the earlier first`() throws {
    let newYork = try MachineZones.rules("America/New_York")
    let reading = newYork.instants(of: try local("2026-11-01", 90))
    let first = try #require(Instant("2026-11-01T05:30:00Z"))
    let second = try #require(Instant("2026-11-01T06:30:00Z"))
    #expect(reading == .two(first, second))
  }

  @Test func `a day that a zone left out has no times`() throws {
    let apia = try MachineZones.rules("Pacific/Apia")
    let after = try #require(Instant("2011-12-30T10:00:00Z"))
    let reading = apia.instants(of: try local("2011-12-30", 720))
    #expect(reading == .none(before: after.advanced(byMilliseconds: -60_000), after: after))
  }

  @Test(arguments: [
    "Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "America/St_Johns", "Pacific/Apia",
    "Africa/Casablanca", "America/Sao_Paulo", "Asia/Beirut", "Europe/Dublin", "Antarctica/Troll",
  ]) func `a local time is read as every offset near it would read it`(_ name: String) throws {
    let seed = UInt64(4_379_550)
    print("seed of local times in \(name): \(seed)")
    var random = SplitMix64(seed: seed)
    let zone = try MachineZones.rules(name)
    for _ in 0..<800 {
      let date = CalendarDate(daysSince1970: Int64(random.below(47_500)))
      let local = LocalTime(date, minuteOfDay: random.below(1440))
      let found = Self.plainReadings(of: local, in: zone)
      switch zone.instants(of: local) {
      case .one(let instant): #expect(found == [instant], "\(local)")
      case .two(let first, let second): #expect(found == [first, second], "\(local)")
      case .none(let before, let after):
        #expect(
          found.isEmpty && zone.local(before) < local && zone.local(after) > local, "\(local)")
      }
    }
  }

  /// By trying each offset that is in force within a day and a half.
  private static func plainReadings(of local: LocalTime, in zone: TimeZoneRules) -> [Instant] {
    let asUTC =
      local.date.daysSince1970 * 86_400_000 + Int64(local.millisecondOfDay)
    let offsets = (-72...72).map { halfHours in
      zone.offsetSeconds(at: Instant(millisecondsSince1970: asUTC + Int64(halfHours) * 1_800_000))
    }
    let candidates = Set(offsets).map {
      Instant(millisecondsSince1970: asUTC - Int64($0) * 1000)
    }
    return candidates.filter { zone.local($0) == local }.sorted()
  }

  @Test(arguments: [
    "Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Etc/UTC",
    "Africa/Casablanca", "America/Sao_Paulo", "Europe/Dublin", "Antarctica/Troll",
  ]) func `every change of a hundred years is found, with its season`(_ name: String) throws {
    let zone = try MachineZones.rules(name)
    let first = try #require(Instant("1990-01-01T00:00:00Z"))
    let last = try #require(Instant("2090-01-01T00:00:00Z"))
    let changes = zone.changes(from: first, through: last)
    #expect(zip(changes, changes.dropFirst()).allSatisfy { $0.at < $1.at && $0.after == $1.before })
    // Between them nothing changes: hour by hour, by the other way to ask.
    var offset = zone.offsetSeconds(at: first)
    var rest = changes[...]
    for hour in 1..<(100 * 365 * 24) {
      let instant = first.advanced(byMilliseconds: Int64(hour) * 3_600_000)
      while let change = rest.first, change.at <= instant {
        #expect(change.before == offset)
        offset = change.after
        rest = rest.dropFirst()
      }
      guard zone.offsetSeconds(at: instant) != offset else { continue }
      Issue.record("\(name) changed by \(instant)")
      return
    }
    #expect(zone.lastChange(notAfter: last) == changes.last)
    if let change = changes.last {
      #expect(zone.lastChange(notAfter: change.at) == change)
      #expect(zone.lastChange(notAfter: change.at.advanced(byMilliseconds: -1)) != change)
    }
    #expect(zone.changes(from: last, through: first).isEmpty)
  }

  @Test func `a season is summer's where clocks were set forward for it`() throws {
    let summer = try #require(Instant("2026-07-01T00:00:00Z"))
    #expect(try MachineZones.rules("Europe/Berlin").lastChange(notAfter: summer)?.isSummer == true)
    #expect(try MachineZones.rules("Etc/UTC").lastChange(notAfter: summer) == nil)
    let shanghai = try MachineZones.rules("Asia/Shanghai").lastChange(notAfter: summer)
    #expect(shanghai?.at == Instant("1991-09-14T17:00:00Z") && shanghai?.isSummer == false)
  }

  private func local(_ date: String, _ minute: Int) throws -> LocalTime {
    LocalTime(try #require(CalendarDate(date)), minuteOfDay: minute)
  }
}
