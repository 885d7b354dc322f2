import CallbookModel
import CallbookTesting
import Testing

@testable import callbook

struct ShownClockTests {
  @Test func `times are those of the shop once its zone is known`() throws {
    let clock = ShownClock()
    let evening = try #require(Instant("2026-05-03T16:30:05.250Z"))
    clock.follow(zone: "Asia/Shanghai")
    #expect(clock.text(evening) == "2026-05-04 00:30:05")
    #expect(clock.date(evening) == CalendarDate("2026-05-04"))
    #expect(clock.minute("2026-05-03T16:30:05.250Z") == "2026-05-04 00:30")
    #expect(clock.text(ofWire: "no time") == nil)
    #expect(clock.minute("no time") == "no time")
    clock.follow(zone: "Europe/Berlin")
    #expect(clock.text(evening) == "2026-05-03 18:30:05")
    let winter = try #require(Instant("2026-12-03T16:30:05Z"))
    #expect(clock.text(winter) == "2026-12-03 17:30:05")
  }

  @Test func `a zone that this machine does not know leaves the machine's`() throws {
    let (known, unknown) = (ShownClock(), ShownClock { _ in nil })
    unknown.follow(zone: "Mars/Olympus")
    let instant = try #require(Instant("2026-05-03T16:30:05Z"))
    #expect(unknown.text(instant) == known.text(instant))
  }

  @Test(.needsDaemon, arguments: [nil, "UTC"])
  func `a command shows the shop's clocks unless a zone is named`(zone: String?) throws {
    let daemon = try TestDaemon()
    _ = daemon.typed("contact", "add", "Ann")
    let environment = zone.map { ["TZ": $0] } ?? [:]
    let words = ["contact", "get", "c1"]
    let shown = Typed(words, socket: daemon.socket, environment: environment).output
    let wire = try #require(
      daemon.typed("contact", "get", "c1", "--json").output
        .firstMatch(of: /"created_at": ?"([^"]+)"/)?.output.1)
    let expected = ShownClock()
    if zone == nil { expected.follow(zone: "Asia/Shanghai") }
    #expect(shown.contains(try #require(expected.text(ofWire: String(wire)))), "\(shown)")
  }
}
