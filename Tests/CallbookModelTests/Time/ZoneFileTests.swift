import CallbookModel
import CallbookTesting
import Testing

/// Damaged time zone files, as a full disk or a bad copy leaves them.
struct ZoneFileTests {
  @Test(arguments: ["Asia/Shanghai", "America/New_York"])
  func `a file that is cut off anywhere is refused`(_ name: String) throws {
    let bytes = try MachineZones.bytes(name)
    for count in 0..<bytes.count {
      #expect(throws: CallbookError.self) {
        try TimeZoneRules(name: name, tzif: Array(bytes[..<count]))
      }
    }
  }

  @Test func `bytes changed at random are refused or read, never more`() throws {
    let seed = UInt64(8_171_266)
    print("seed of changed bytes: \(seed)")
    var random = SplitMix64(seed: seed)
    let bytes = try MachineZones.bytes("America/New_York")
    var refused = 0
    for _ in 0..<1500 {
      var changed = bytes
      for _ in 0...random.below(3) {
        changed[random.below(changed.count)] = UInt8(random.below(256))
      }
      do {
        let rules = try TimeZoneRules(name: "Changed", tzif: changed)
        let instant = Instant(millisecondsSince1970: Int64(random.below(4_000_000_000)) * 1000)
        _ = rules.instants(of: rules.local(instant))
      } catch {
        #expect(error.reason == .fileUnreadable)
        refused += 1
      }
    }
    #expect(refused > 150)
  }

  @Test func `what is no zone file is refused with what mends it`() {
    let error = #expect(throws: CallbookError.self) {
      try TimeZoneRules(name: "Asia/Shanghai", tzif: Array("TZ=Asia/Shanghai".utf8))
    }
    #expect(error?.hint == "apt-get install --reinstall tzdata")
  }

  @Test func `a file that counts leap seconds is refused`() throws {
    let bytes = try MachineZones.bytes("right/Asia/Shanghai")
    let error = #expect(throws: CallbookError.self) {
      try TimeZoneRules(name: "right/Asia/Shanghai", tzif: bytes)
    }
    #expect(error?.message.contains("leap seconds") == true)
  }

  @Test func `a file of version 1 has no rule after its last entry`() throws {
    let rules = try TimeZoneRules(name: "Old", tzif: SmallZone(version: 0, footer: nil).bytes)
    #expect(rules.offsetSeconds(at: Instant(millisecondsSince1970: -1)) == 3600)
    #expect(rules.offsetSeconds(at: Instant(millisecondsSince1970: 1_000_000)) == 7200)
  }

  @Test(arguments: [
    "CET-1", "<+02>-2", "XXX-2YYY,M3.5.0,M10.5.0/3", "EET-2EEST,M3.4.4/50,M10.4.4/50",
    "AAA-1BBB-2,0/0,J365/23",
  ]) func `a rule at the end is read`(_ rule: String) throws {
    var zone = SmallZone(version: 0x33, footer: rule)
    zone.hasEntry = false
    #expect(throws: Never.self) { try TimeZoneRules(name: "Ruled", tzif: zone.bytes) }
  }

  @Test(arguments: [
    "CE-1", "CET", "CET-25", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0",
    "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J300",
    "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0,", "<+02-2", "CET-1:60", "\n",
  ]) func `a rule that is none is refused`(_ rule: String) {
    var zone = SmallZone(version: 0x33, footer: rule)
    zone.hasEntry = false
    #expect(throws: CallbookError.self) { try TimeZoneRules(name: "Bad", tzif: zone.bytes) }
  }

  @Test func `a rule that contradicts the last entry is refused`() {
    let zone = SmallZone(version: 0x32, footer: "XXX-5")
    #expect(throws: CallbookError.self) { try TimeZoneRules(name: "Torn", tzif: zone.bytes) }
  }

  @Test func `summer all year is one offset`() throws {
    var zone = SmallZone(version: 0x33, footer: "XXX3EDT4,0/0,J365/23")
    zone.hasEntry = false
    let rules = try TimeZoneRules(name: "Summer", tzif: zone.bytes)
    for month in 1...12 {
      let date = try #require(CalendarDate(year: 2030, month: month, day: 1))
      let instant = Instant(millisecondsSince1970: date.daysSince1970 * 86_400_000)
      #expect(rules.offsetSeconds(at: instant) == -14_400)
    }
  }
}

/// A zone of one hour, and of two from 1970 on.
private struct SmallZone {
  let version: UInt8
  let footer: String?
  var hasEntry = true

  var bytes: [UInt8] {
    guard let footer else { return block(timeSize: 4) }
    return block(timeSize: 4) + block(timeSize: 8) + [0x0A] + Array(footer.utf8) + [0x0A]
  }

  private func block(timeSize: Int) -> [UInt8] {
    var bytes = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
    for count in [0, 0, 0, hasEntry ? 1 : 0, 2, 4] { bytes += [0, 0, 0, UInt8(count)] }
    if hasEntry { bytes += [UInt8](repeating: 0, count: timeSize) + [1] }
    bytes += [0, 0, 0x0E, 0x10, 0, 0] + [0, 0, 0x1C, 0x20, 1, 0]
    return bytes + Array("ABC".utf8) + [0]
  }
}
