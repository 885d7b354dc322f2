import CallbookModel
import CallbookTesting
import Testing

@testable import callbook

/// Days and weeks as they are drawn: a pure function of appointments, hours, the time and the width.
@Suite struct AgendaPictureTests {
  private typealias Time = CallbookModel.LocalTime

  private static let monday = CalendarDate(daysSince1970: 20_780)
  private static let hours = DayHours("09:00-12:00,13:30-18:00") ?? .closed

  private static func item(
    _ number: Int, _ who: String, _ day: Int64, _ from: Int, _ to: Int, assignee: String? = "li.na",
    place: String? = nil, kind: String = "installation"
  ) -> AgendaItem {
    let date = monday.advanced(byDays: day)
    return AgendaItem(
      id: "a\(number)", who: who, kind: kind, assignee: assignee, place: place,
      start: Time(date, minuteOfDay: from), end: Time(date, minuteOfDay: to))
  }

  /// Names that columns are known to break on; a quarter past, one behind the other in a half hour,
  /// two at one time, before the shop opens, and into the night.
  private static let items = [
    item(1, "王小明（幸福里便利店）", 0, 570, 690, place: "riverside"),
    item(2, "Zoe\u{301} Mu\u{308}ller-Example", 0, 675, 705, assignee: "bob", kind: "training"),
    item(3, "שלום כהן", 0, 705, 720, assignee: "bob", place: "riverside", kind: "visit"),
    item(4, "محمد علي", 0, 600, 660, assignee: "wang.wei", place: "riverside"),
    item(5, "👨‍👩‍👧 Li", 0, 810, 930, assignee: nil, kind: "maintenance"),
    item(6, "a\u{202E}gnp.exe", 0, 510, 540, assignee: "wang.wei", place: "riverside"),
    item(7, "한국 상점", 0, 810, 840), item(8, "नमस्ते", 0, 840, 900),
    item(9, "ｶﾞﾗｽ 店", 1, 540, 600, assignee: "bob"), item(10, "王晓梅", 1, 540, 660),
    item(11, "🇨🇳 中国", 2, 1020, 1140, place: "riverside"),
    item(12, String(repeating: "长名称", count: 12), 4, 600, 640, assignee: "bob"),
  ]

  /// What has nothing to do with customers: behind an appointment, over a half hour, from before the
  /// first line, into the night.
  private static let busy = [
    busy(0, 930, 945), busy(0, 1005, 1080), busy(0, 0, 585, assignee: "zhao"),
    busy(0, 900, 1440, assignee: "zhao"),
  ]

  private static func busy(
    _ day: Int64, _ from: Int, _ to: Int, assignee: String = "li.na"
  ) -> AgendaItem {
    let date = monday.advanced(byDays: day)
    return AgendaItem(
      id: "", who: "busy", kind: "", assignee: assignee, place: nil,
      start: Time(date, minuteOfDay: from), end: Time(date, minuteOfDay: to))
  }

  private static func agenda(_ arrangement: Agenda.Arrangement, _ texts: Texts) -> Agenda {
    let columns: [AgendaColumn]
    switch arrangement {
    case .assignee:
      columns = ["bob", "li.na", "wang.wei", "zhao", nil].map { user in
        AgendaColumn(
          name: user, title: user ?? texts.nobodyYet, date: monday, hours: hours,
          items: (items + busy).filter { $0.assignee == user })
      }
    case .place:
      columns = [("riverside", "江边店", 2), ("counter", "Counter", 1)].map { name, title, capacity in
        AgendaColumn(
          name: name, title: title, date: monday, hours: hours, capacity: capacity,
          items: items.filter { $0.place == name })
      }
    case .day:
      columns = (0..<7 as Range<Int64>).map { day in
        let date = monday.advanced(byDays: day)
        return AgendaColumn(
          title: texts.agendaColumn(date, isLong: false), date: date,
          hours: day < 5 ? hours : .closed, items: items)
      }
    }
    return Agenda(
      arrangement: arrangement,
      days: arrangement == .day ? (0..<7).map { monday.advanced(byDays: $0) } : [monday],
      columns: columns, now: Time(monday, minuteOfDay: 10 * 60 + 40), zone: "Asia/Shanghai")
  }

  @Test(
    arguments: [(Agenda.Arrangement.assignee, "day"), (.place, "places"), (.day, "week")],
    [40, 60, 80, 200])
  func `a picture is the golden one, and as wide as the terminal at most`(
    _ kind: (arrangement: Agenda.Arrangement, name: String), _ columns: Int
  ) throws {
    for language in Language.allCases {
      let texts = Texts(language)
      let lines = AgendaPicture(
        Self.agenda(kind.arrangement, texts), Layout(columns: columns, isColoured: false), texts
      ).lines
      for line in lines {
        #expect(CellWidth.cells(of: line) <= columns, "\(line)")
        #expect(line.last != " " && !line.unicodeScalars.contains("\u{202E}"), "\(line)")
      }
      try Golden.check(
        lines.joined(separator: "\n"),
        (language == .english ? "" : "zh/") + "agenda-\(kind.name)-\(columns).txt")
    }
  }

  /// Where every cell of a line begins, whatever stands before it.
  @Test(arguments: [60, 80, 120, 200]) func `columns begin at the same cells in every line`(
    _ columns: Int
  ) {
    let texts = Texts(.english)
    let agenda = Self.agenda(.assignee, texts)
    let lines = AgendaPicture(agenda, Layout(columns: columns, isColoured: false), texts).lines
    // The line of now has dashes from the first to the last cell of each column.
    for (place, line) in lines.enumerated() where line.hasPrefix("10:40") {
      let begins = line.enumerated().filter { index, character in
        character == "-" && Array(line)[index - 1] == " "
      }.map(\.offset)
      let head = lines[..<place].last { $0.hasPrefix("     ") } ?? ""
      for begin in begins {
        let titles = Array(head)
        #expect(titles.indices.contains(begin) && titles[begin] != " ", "\(head)\n\(line)")
        #expect(titles[begin - 1] == " ")
      }
      for other in lines[(place - 4)..<place] where other.contains("\u{2068}") || !other.isEmpty {
        // A gap before every column, counted in cells.
        for begin in begins {
          #expect(Self.cell(begin - 1, of: other) == " ", "\(other)")
        }
      }
    }
    #expect(lines.contains { $0.hasPrefix("10:40") })
  }

  /// What stands in a cell of a terminal's line.
  private static func cell(_ cell: Int, of line: String) -> Character {
    var used = 0
    for character in line {
      let width = CellWidth.cells(of: character)
      if width > 0, (used..<used + width).contains(cell) { return character }
      used += width
    }
    return " "
  }

  @Test func `only a terminal gets colours, and no terminal gets a page`() {
    let texts = Texts(.english)
    let agenda = Self.agenda(.assignee, texts)
    let plain = AgendaPicture(agenda, Layout(columns: nil, isColoured: false), texts).lines
    #expect(!plain.joined().contains("\u{1B}") && !plain.joined().contains("\u{2068}"))
    let page = AgendaPicture(agenda, Layout(columns: 80, isColoured: false), texts).lines
    #expect(plain == page.map { $0.filter { $0 != "\u{2068}" && $0 != "\u{2069}" } })
    let coloured = AgendaPicture(agenda, Layout(columns: 80, isColoured: true), texts).lines
    #expect(coloured.contains { $0.contains("\u{1B}[31m---") })
    #expect(coloured.map { $0.replacing(/\u{1B}\[[0-9]*m/, with: "") } == page)
  }

  @Test func `the line of now is drawn in the columns of today alone`() {
    let texts = Texts(.english)
    let week = AgendaPicture(
      Self.agenda(.day, texts), Layout(columns: 80, isColoured: false), texts
    ).lines
    let now = week.filter { $0.contains("---") }
    #expect(now.count == 1 && now[0].hasPrefix("10:40  -") && CellWidth.cells(of: now[0]) < 20)
  }

  @Test func `an appointment is not hidden by what else somebody has to do`() {
    let texts = Texts(.english)
    let column = AgendaColumn(
      name: "li.na", title: "li.na", date: Self.monday, hours: Self.hours,
      items: [
        Self.busy(0, 0, 1440), Self.item(1, "Li", 0, 540, 600), Self.item(2, "Mo", 0, 615, 645),
      ])
    let agenda = Agenda(
      arrangement: .assignee, days: [Self.monday], columns: [column],
      now: Time(Self.monday, minuteOfDay: 0), zone: "Asia/Shanghai")
    let lines = AgendaPicture(agenda, Layout(columns: 80, isColoured: false), texts).lines
    #expect(lines.contains("09:00  a1+1 Li") && lines.contains("10:00  :15 a2+1 Mo"), "\(lines)")
  }

  @Test func `what is free is what is open and not full`() {
    let column = AgendaColumn(
      title: "", date: Self.monday, hours: Self.hours, capacity: 2,
      items: [
        Self.item(1, "", 0, 570, 690), Self.item(2, "", 0, 600, 660),
        Self.item(3, "", 0, 1000, 1200),
        Self.item(4, "", 0, 660, 720),
      ])
    #expect(column.free.map(Agenda.span) == ["09:00-10:00", "11:30-12:00", "13:30-18:00"])
    #expect(column.mostAtOnce(during: 540..<1080) == 2)
    let closed = AgendaColumn(title: "", date: Self.monday, hours: .closed, items: [])
    #expect(closed.free.isEmpty)
  }

  @Test func `an appointment over midnight is of both days`() {
    let item = AgendaItem(
      id: "a1", who: "", kind: "", assignee: nil, place: nil,
      start: Time(Self.monday, minuteOfDay: 1400),
      end: Time(Self.monday.advanced(byDays: 1), minuteOfDay: 30))
    #expect(item.minutes(on: Self.monday) == 1400..<1440)
    #expect(item.minutes(on: Self.monday.advanced(byDays: 1)) == 0..<30)
    #expect(item.minutes(on: Self.monday.advanced(byDays: 2)) == nil)
    #expect(item.minutes(on: Self.monday.advanced(byDays: -1)) == nil)
  }

  @Test func `a closed day without appointments says so`() {
    let texts = Texts(.english)
    let column = AgendaColumn(title: "bob", date: Self.monday, hours: .closed, items: [])
    let agenda = Agenda(
      arrangement: .assignee, days: [Self.monday], columns: [column],
      now: Time(Self.monday, minuteOfDay: 0), zone: "Asia/Shanghai")
    let lines = AgendaPicture(agenda, Layout(columns: 80, isColoured: false), texts).lines
    #expect(
      lines == ["\(texts.agendaColumn(Self.monday, isLong: true))  closed", "nothing is booked"])
  }
}
