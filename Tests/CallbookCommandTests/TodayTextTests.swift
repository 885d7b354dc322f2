import CallbookJSON
import CallbookModel
import Testing

@testable import callbook

/// What `callbook today` and `callbook why` print, of answers that are written here: the days of a
/// daemon's clock do not pass in a test.
@Suite struct TodayTextTests {
  private static let day = #"""
    {"at":"2026-11-23T02:00:00.000Z","users":["bob","carol"],
     "counts":[{"kind":"review","overdue":3,"today":1}],
     "notices":[
       {"notice":"calendar_unknown","details":["2027"],"command":"callbook calendar import FILE"},
       {"notice":"provisional","details":["12"]},
       {"notice":"backup_old","details":["3"],"command":"callbook backup create"}],
     "items":[
       {"id":"v3","kind":"review","contact":"c7","name":"王小明","user":"bob","due":"2026-11-19T01:00:00.000Z",
        "overdue":true,"late_s":349200,"command":"callbook card c7"},
       {"id":"v12","kind":"review","contact":"c120","name":"Zoe Example-Longname","user":"carol",
        "due":"2026-11-21T23:00:00.000Z","overdue":true,"late_s":97200,"command":"callbook card c120"},
       {"id":"v14","kind":"review","contact":"c9","name":"李娜","due":"2026-11-23T01:00:00.000Z",
        "overdue":false,"late_s":3600,"command":"callbook card c9"}],
     "upcoming":{"id":"r77","kind":"review.due","subject":"c8","due":"2026-11-24T01:00:00.000Z"}}
    """#

  private static let emptyDay = #"""
    {"at":"2026-11-23T02:00:00.000Z","users":["bob"],"counts":[{"kind":"review","overdue":0,"today":0}],
     "notices":[],"items":[],
     "upcoming":{"id":"r77","kind":"review.due","subject":"c8","due":"2026-11-24T01:00:00.000Z"}}
    """#

  private static let newShop = #"""
    {"at":"2026-11-23T02:00:00.000Z","counts":[{"kind":"review","overdue":0,"today":0}],
     "notices":[
       {"notice":"no_staff","details":[],"command":"callbook staff add USER --role admin"},
       {"notice":"no_contacts","details":[],"command":"callbook contact import FILE"}],
     "items":[]}
    """#

  private static let stories = #"""
    [{"reminder":{"id":"r1","kind":"review.due","subject":"c7","due":"2026-11-24T01:00:00.000Z","user":"bob",
       "provisional":true,"rule":"review.cycle.merchant","state":"pending"},
      "planned_at":"2026-11-19T01:00:00.000Z",
      "planned_after":{"seq":7,"at":"2026-11-19T01:00:00.000Z","uid":4002,"user":"bob","event":"contact.added"}},
     {"reminder":{"id":"r2","kind":"review.due","subject":"c7","due":"2026-11-19T01:00:00.000Z","role":"manager",
       "provisional":false,"rule":"review.cycle.merchant","state":"fired","ended_at":"2026-11-23T01:00:00.000Z",
       "late":true},"planned_at":"2026-11-19T01:00:00.000Z"},
     {"reminder":{"id":"r3","kind":"review.due","subject":"c7","due":"2026-11-19T01:00:00.000Z","user":"bob",
       "provisional":false,"rule":"review.cycle.merchant","state":"merged","ended_at":"2026-11-23T01:00:00.000Z",
       "into":"r2"},"planned_at":"2026-11-19T01:00:00.000Z"},
     {"reminder":{"id":"r4","kind":"review.due","subject":"c7","due":"2026-11-24T01:00:00.000Z","user":"bob",
       "provisional":false,"rule":"review.cycle.merchant","state":"withdrawn",
       "ended_at":"2026-11-23T01:00:00.000Z","reason":"not_wanted"},"planned_at":"2026-11-19T01:00:00.000Z",
      "ended_after":{"seq":9,"at":"2026-11-23T01:00:00.000Z","uid":0,"event":"contact.edited"}},
     {"reminder":{"id":"r5","kind":"review.due","subject":"c7","due":"2026-11-19T01:00:00.000Z","user":"bob",
       "provisional":false,"rule":"review.cycle.merchant","state":"expired","reason":"too_late",
       "ended_at":"2026-11-23T01:00:00.000Z"},"planned_at":"2026-11-19T01:00:00.000Z"},
     {"reminder":{"id":"r6","kind":"review.due","subject":"c7","due":"2026-11-19T01:00:00.000Z","user":"bob",
       "provisional":false,"rule":"review.cycle.merchant","state":"failed","reason":"INTERNAL",
       "ended_at":"2026-11-23T01:00:00.000Z"},"planned_at":"2026-11-19T01:00:00.000Z"},
     {"reminder":{"id":"r7","kind":"review.due","subject":"c7","due":"2026-11-19T01:00:00.000Z","user":"bob",
       "provisional":false,"rule":"review.cycle.merchant","state":"pending","retries":2,
       "retry_at":"2026-11-24T01:00:00.000Z"},"planned_at":"2026-11-19T01:00:00.000Z"}]
    """#

  private func printed(
    columns: Int?, _ language: Language, _ say: (Run) throws -> Void
  ) throws -> String {
    let output = Lines()
    let surroundings = Surroundings(
      environment: { _ in nil }, output: output, errors: output, terminalColumns: columns,
      areErrorsOnTerminal: false, texts: Texts(language))
    try say(Run(surroundings, GivenInputs(list: [])))
    let plain = output.text.replacing(/\u{1B}\[[0-9]*m/, with: "")
    if let columns {
      for line in plain.split(separator: "\n") where !line.hasPrefix("callbook: ") {
        #expect(CellWidth.cells(of: String(line)) <= columns, "\(line)")
      }
    }
    // The machine's clock may be of any zone.
    return Self.inUTC(plain)
  }

  private static func inUTC(_ text: String) -> String {
    var text = text
    for wire in Set(
      (day + stories).matches(of: /20[0-9T:.-]+Z/).map { String($0.output) })
    {
      let universal = wire.prefix(10) + " " + wire.dropFirst(11).prefix(8)
      guard let local = ShownClock().text(ofWire: wire) else { continue }
      text = text.replacing(local, with: "<\(universal)>")
      text = text.replacing(local.prefix(16), with: "<\(universal.prefix(16))>")
    }
    return text.replacing("<", with: "").replacing(">", with: "")
  }

  @Test func `whom to tell of an appointment is said with the channel to use`() {
    let (english, chinese) = (Texts(.english), Texts(.chinese))
    #expect(english.dueKind("tell", by: "phone") == "tell by phone")
    #expect(chinese.dueKind("tell", by: "wechat") == "用微信告知预约")
    #expect(english.dueKind("tell") == "tell of the appointment")
    #expect(english.dueKind("tell_cancelled", by: "phone") == "tell by phone: cancelled")
    #expect(chinese.dueKind("tell_cancelled") == "告知预约已取消")
    #expect(english.dueKind("appointment") == "appointment")
    #expect(english.task("appointment.tell") == "tell the customer of the appointment")
  }

  @Test(arguments: [
    ("today", Optional(80), Language.english), ("today", 80, .chinese), ("today", 40, .english),
    ("today", 40, .chinese), ("today", nil, .english),
  ]) func `a day is shown with what to type next`(
    _ name: String, _ columns: Int?, _ language: Language
  ) throws {
    let text = try printed(columns: columns, language) { run in
      TodayText(run).say(try JSONTape().parse(Self.day.utf8))
    }
    try check(text, "\(name)-\(columns.map { "\($0)" } ?? "pipe").txt", language)
  }

  @Test(arguments: Language.allCases)
  func `an empty day says what comes next, a new shop what to type`(_ language: Language) throws {
    let text = try printed(columns: 80, language) { run in
      TodayText(run).say(try JSONTape().parse(Self.emptyDay.utf8))
      run.say("")
      TodayText(run).say(try JSONTape().parse(Self.newShop.utf8))
    }
    try check(text, "today-empty.txt", language)
  }

  @Test(arguments: Language.allCases)
  func `the stories of reminders are told in sentences`(_ language: Language) throws {
    let text = try printed(columns: 80, language) { run in
      for story in try JSONTape().parse(Self.stories.utf8).elements {
        ReminderStoryText(run).say(story)
      }
    }
    try check(text, "why.txt", language)
  }

  @Test(arguments: Language.allCases)
  func `reminders that fire are told in words`(_ language: Language) throws {
    let texts = Texts(language)
    let outcomes: [Texts.ReminderOutcome] = [
      .inTime, .late(due: "2026-11-19 09:00"), .expired(due: "2026-11-19 09:00"),
    ]
    let lines = outcomes.map {
      texts.reminderNews(
        time: "2026-11-23 09:00:00", "c7 王小明", texts.task("review.due"), whom: "bob",
        outcome: $0, command: "callbook card c7")
    }
    try check(lines.joined(separator: "\n") + "\n", "watch-reminders.txt", language)
  }

  private func check(_ text: String, _ name: String, _ language: Language) throws {
    try Golden.check(String(text.dropLast()), language == .english ? name : "zh/\(name)")
  }
}
