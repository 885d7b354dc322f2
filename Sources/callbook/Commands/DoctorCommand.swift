import CallbookJSON
import CallbookModel

/// `callbook doctor`: looks at what the command needs, one thing after another.
struct DoctorCommand: Command {
  let words = ["doctor"]

  func shape(_ texts: Texts) -> CommandShape {
    CommandShape(
      words: words, summary: texts.doctorSummary, inputs: GeneralInputs.all(texts),
      examples: ["doctor", "doctor --json"], notes: [texts.doctorNote])
  }

  func run(_ run: Run) throws(CallbookError) -> ExitCode {
    let scene = Scene(run)
    let findings = CheckList.all.map { ($0, $0.look(at: scene, run.texts)) }
    let amiss = findings.count { $0.1.fix != nil }
    if run.wantsJSON {
      let json = Self.json(findings)
      run.sayJSON(try JSONTape().parse(json))
    } else {
      say(findings, run)
      run.say(run.texts.verdict(amiss: amiss))
    }
    return amiss == 0 ? .done : .no
  }

  private func say(_ findings: [(any Check, Finding)], _ run: Run) {
    let marks = findings.map { run.texts.mark($0.1) }
    let titles = findings.map { $0.0.title(run.texts) }
    let markCells = marks.map(CellWidth.cells).max() ?? 0
    let titleCells = titles.map(CellWidth.cells).max() ?? 0
    for ((_, finding), (mark, title)) in zip(findings, zip(marks, titles)) {
      let front =
        CellWidth.padded(mark, toCells: markCells) + "  "
        + CellWidth.padded(title, toCells: titleCells) + "  "
      let margin = String(repeating: " ", count: CellWidth.cells(of: front))
      let texts = [finding.message, finding.fix.map(run.texts.hint)].compactMap { $0 }
      let lines = texts.flatMap {
        run.layout.indented(by: margin.count).wrapped(Layout.cell($0))
      }
      for (number, line) in lines.enumerated() {
        let text = (number == 0 ? front : margin) + line
        run.say(finding.fix != nil && number == 0 ? run.layout.heading(text) : text)
      }
    }
  }

  private static func json(_ findings: [(any Check, Finding)]) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("items")
    json.beginArray()
    for (check, finding) in findings {
      json.beginObject()
      json.member("check", check.name)
      json.member("state", finding.state)
      json.member("message", finding.message)
      if let fix = finding.fix { json.member("fix", fix) }
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.bytes
  }
}
