import CallbookJSON
import CallbookModel
import CallbookTesting
import Testing

@testable import callbook

/// Days and weeks of a real daemon's appointments.
@Suite(.needsDaemon) struct AgendaTests {
  private let day: CalendarDate

  init() throws {
    let today = try MachineZones.rules("Asia/Shanghai").local(SystemClock().now()).date
    day = today.advanced(byDays: 3)
  }

  private func shop() throws -> TestDaemon {
    let daemon = try TestDaemon()
    for words in [
      ["staff", "add", "daemon", "--role", "agent"],
      ["calendar", "set", "--week", "Mon-Sun 08:00-20:00"], ["contact", "add", "王小明"],
      ["place", "add", "riverside", "--title", "江边店", "--capacity", "2"],
      ["place", "add", "counter", "--title", "Counter"],
      ["appointment", "book", "c1", "--kind", "training", "--start", "\(day)T09:00:00+08:00"]
        + ["--place", "riverside", "--assignee", "daemon"],
      ["appointment", "book", "c1", "--kind", "visit", "--start", "\(day)T11:10:00+08:00"],
    ] {
      let typed = Typed(words, socket: daemon.socket)
      #expect(typed.status == .done, "\(words): \(typed.errors)")
    }
    return daemon
  }

  @Test func `a day is drawn by who is there and by where it is`() throws {
    let daemon = try shop()
    let day = daemon.typed("day", "\(day)")
    #expect(day.status == .done, "\(day.errors)")
    for line in ["\n08:00  .", "\n09:00  a1 王小明", "\n09:30  | training, riverside", "\n19:30"] {
      #expect(day.output.contains(line), "\(line)\n\(day.output)")
    }
    #expect(!day.output.contains("\n20:00"))
    #expect(day.output.contains("daemon") && day.output.contains("nobody yet"))
    #expect(day.output.contains(":10 a2 王小明"))
    let places = daemon.typed("day", "\(self.day)", "--by", "place")
    #expect(places.output.contains("江边店 (2)") && places.output.contains("1/2 a1 王小明"))
    #expect(places.output.contains("Counter") && places.output.contains("at the customer's"))
    let one = daemon.typed("day", "\(self.day)", "--place", "riverside")
    #expect(one.output.contains("江边店") && !one.output.contains("Counter"))
    let whose = daemon.typed("day", "\(self.day)", "--assignee", "daemon")
    #expect(whose.output.contains("a1") && !whose.output.contains("a2"))
  }

  @Test func `a week is drawn, and a program gets the same`() throws {
    let daemon = try shop()
    let week = daemon.typed("week", "\(day)")
    #expect(week.status == .done && week.output.contains("a1"), "\(week.output)\(week.errors)")
    let monday = day.advanced(byDays: Int64(1 - day.weekday.rawValue))
    #expect(week.output.hasPrefix("\(monday) to \(monday.advanced(byDays: 6))\n"))
    let typed = daemon.typed("day", "\(day)", "--by", "place", "--jsonl")
    let json = try JSONTape().parse(typed.output.utf8)
    #expect(json["from"]?.string == "\(day)" && json["time_zone"]?.string == "Asia/Shanghai")
    let columns = json["columns"]?.elements.map { column in
      let ids = column["items"]?.elements.compactMap { $0["id"]?.string } ?? []
      let free = column["free"]?.elements.compactMap(\.string) ?? []
      return "\(column["place"]?.string ?? "-") \(ids) \(free)"
    }
    #expect(
      columns == [
        #"counter [] ["08:00-20:00"]"#, #"riverside ["a1"] ["08:00-20:00"]"#,
        #"- ["a2"] ["08:00-20:00"]"#,
      ])
  }

  @Test func `today is today by the shop's clocks, and a slip is told`() throws {
    let daemon = try shop()
    // In the shop it is Monday already.
    let clock = TestClock(Instant(millisecondsSince1970: 1_795_365_000_000))
    let today = Typed(["day"], socket: daemon.socket, clock: clock)
    #expect(today.output.hasPrefix("Mon 2026-11-23"), "\(today.output)")
    #expect(today.output.contains("nobody yet") == false)
    for (typed, first) in [("tomorrow", "Tue 2026-11-24"), ("周五", "Fri 2026-11-27")] {
      let day = Typed(["day", typed], socket: daemon.socket, clock: clock)
      #expect(day.output.hasPrefix(first), "\(typed): \(day.output)\(day.errors)")
    }
    for words in [["day", "soon"], ["week", "2026"], ["day", "--by", "name"]] {
      let typed = Typed(words, socket: daemon.socket)
      #expect(typed.status == .usage, "\(typed.errors)")
    }
  }
}
