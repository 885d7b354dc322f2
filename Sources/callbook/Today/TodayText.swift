import CallbookJSON
import CallbookModel

/// What is due, for a person's eyes: what to know before, what is overdue, what is due today, and what
/// comes next.
struct TodayText {
  private let run: Run
  private var texts: Texts { run.texts }

  init(_ run: Run) {
    self.run = run
  }

  func say(_ today: JSONNode) {
    let users = today["users"]?.elements.compactMap(\.string)
    if let users, users.count > 1 {
      wrap(texts.todayStandingIn(Array(users.dropFirst())))
    }
    for notice in today["notices"].map({ Array($0.elements) }) ?? [] { say(notice: notice) }
    let items = today["items"].map { Array($0.elements) } ?? []
    let own = users?.count == 1 ? users?.first : nil
    say(items.filter { $0["overdue"]?.boolean == true }, texts.overdue, "overdue", today, own)
    say(items.filter { $0["overdue"]?.boolean != true }, texts.dueToday, "today", today, own)
    if items.isEmpty { wrap(texts.nothingDue) }
    sayMore(today, beside: items.count)
    if let next = today["upcoming"], !next.isNull { say(upcoming: next) }
  }

  private func say(notice: JSONNode) {
    let details = notice["details"]?.elements.compactMap(\.string) ?? []
    let sentence = texts.notice(notice["notice"]?.string ?? "", details)
    guard let command = notice["command"]?.string else { return wrap("! \(sentence)") }
    let line = Layout.cell("! " + texts.withCommand(sentence, command))
    if let columns = run.layout.columns, CellWidth.cells(of: line) > columns {
      // What is to be copied is not broken.
      wrap("! \(sentence)")
      run.say("  " + Layout.cell(command))
    } else {
      run.say(line)
    }
  }

  private func say(
    _ items: [JSONNode], _ title: String, _ member: String, _ today: JSONNode, _ own: String?
  ) {
    guard !items.isEmpty else { return }
    run.say(run.layout.heading(texts.countOf(title, count(member, of: today))))
    // As columns of these names are never cut; the titles say what is in them.
    var table = Table(
      ["id", "what", "contact", "user", "at", "late", "command"],
      titles: [
        texts.title(of: "id"), texts.title(of: "kind"), texts.title(of: "contact"),
        texts.title(of: "user"), texts.dueSince, texts.title(of: "late"), texts.todayType,
      ])
    for item in items {
      let user = item["user"]?.string
      table.add([
        text(item, "id"), texts.dueKind(text(item, "kind"), by: item["channel"]?.string),
        [item["contact"]?.string, item["name"]?.string].compactMap { $0 }.joined(separator: " "),
        user == own ? "" : user ?? "–",
        run.texts.clock.minute(text(item, "due")),
        texts.lateness(seconds: Int64(item["late_s"]?.integer ?? 0)), text(item, "command"),
      ])
      if let other = item["otherwise"]?.string {
        table.add(["", "", "", "", "", "", texts.orType(other)])
      }
    }
    run.say(table)
  }

  /// The request has a limit and no pages: what is due changes while it is worked off.
  private static let mostListed: Int64 = 500

  private func sayMore(_ today: JSONNode, beside listed: Int) {
    let due = count("overdue", of: today) + count("today", of: today)
    guard due > listed else { return }
    let whose = run.given.text("user").map { ["--user", $0] } ?? []
    let words =
      ["callbook", "today"] + whose + (run.given.has("all") ? ["--all"] : [])
      + ["--limit", "\(min(due, Self.mostListed))"]
    run.note(texts.more(words.map(ExampleLine.quoted).joined(separator: " ")))
  }

  /// - Parameter member: of the counts, which also have what is not listed.
  private func count(_ member: String, of today: JSONNode) -> Int64 {
    let counts = today["counts"].map { Array($0.elements) } ?? []
    return counts.reduce(0) { $0 + ($1[member]?.integer ?? 0) }
  }

  private func say(upcoming reminder: JSONNode) {
    wrap(
      texts.comesNext(
        run.texts.clock.minute(text(reminder, "due")), texts.task(text(reminder, "kind")),
        text(reminder, "subject")))
  }

  private func wrap(_ text: String) {
    for line in run.layout.wrapped(Layout.cell(text)) { run.say(line) }
  }

  private func text(_ node: JSONNode, _ member: String) -> String { node[member]?.string ?? "" }
}
