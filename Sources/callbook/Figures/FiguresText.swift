import CallbookJSON
import CallbookModel

/// The figures of appointments for a person's eyes.
struct FiguresText {
  private let run: Run
  private let reply: JSONNode
  private var texts: Texts { run.texts }

  init(_ run: Run, _ reply: JSONNode) {
    self.run = run
    self.reply = reply
  }

  func say() {
    let head = texts.figuresHead(
      reply["from"]?.string ?? "", reply["until"]?.string ?? "",
      total: count(reply["total"], "appointments"))
    for line in run.layout.wrapped(head) { run.say(run.layout.heading(line)) }
    say(texts.figuresOutcomes, outcomes)
    say(texts.figuresCancellations, cancellations)
    say(texts.figuresHours, load("hours") { texts.hour(count($0, "hour")) })
    say(texts.figuresWeekdays, load("weekdays", label: weekday))
    say(leadTitle, leads)
  }

  // MARK: Charts

  private var outcomes: BarChart {
    var chart = BarChart()
    let total = reply["total"]
    func add(_ label: String, _ number: Int64) {
      let whole = count(total, "appointments")
      guard number > 0, whole > 0 else { return }
      chart.add(label, number, note: "\(number * 100 / whole)%")
    }
    add(texts.figuresKept, count(total, "kept"))
    for line in elements("no_shows") {
      add(texts.figuresNoShow(isCustomer: line["by"]?.string == "customer"), count(line, "count"))
    }
    add(texts.figuresCancelled, count(total, "cancelled"))
    add(texts.figuresOpen, count(total, "open"))
    return chart
  }

  private var cancellations: BarChart {
    var chart = BarChart()
    for line in elements("cancellations") {
      let reason = texts.word("reason", line["reason"]?.string ?? "")
      chart.add(reason.replacing("_", with: " "), count(line, "count"))
    }
    return chart
  }

  /// What was cancelled is no load.
  private func load(_ list: String, label: (JSONNode) -> String) -> BarChart {
    var chart = BarChart()
    for line in elements(list) { chart.add(label(line), count(line, "load")) }
    return chart
  }

  private var leads: BarChart {
    var chart = BarChart()
    for line in elements("leads") {
      let band = texts.word("lead", line["lead"]?.string ?? "")
      chart.add(band.replacing("_", with: " "), count(line, "count"))
    }
    return chart
  }

  private var leadTitle: String {
    texts.figuresLeads(median: reply["lead_median_minutes"]?.integer.map { texts.duration($0) })
  }

  private func weekday(_ line: JSONNode) -> String {
    let name = line["weekday"]?.string ?? ""
    return Weekday.allCases.first { String($0.abbreviation) == name }.map(texts.dayOfWeek) ?? name
  }

  // MARK: Parts

  private func say(_ title: String, _ chart: BarChart) {
    guard !chart.isEmpty else { return }
    run.say("")
    for line in run.layout.wrapped(title) { run.say(run.layout.heading(line)) }
    for line in chart.lines(run.layout.indented(by: 2)) { run.say("  \(line)") }
  }

  private func elements(_ list: String) -> [JSONNode] {
    reply[list].map { Array($0.elements) } ?? []
  }

  private func count(_ node: JSONNode?, _ member: String) -> Int64 { node?[member]?.integer ?? 0 }
}
