import CallbookFormats
import CallbookJSON

/// The figures of appointments as rows for a spreadsheet: what is counted, of what, and how many. Words
/// are those of the protocol, in whatever language the command speaks.
struct FiguresTable {
  private static let counts = ["appointments", "load", "kept", "no_show", "cancelled", "open"]

  private let reply: JSONNode

  init(_ reply: JSONNode) {
    self.reply = reply
  }

  var csv: [UInt8] {
    let writer = CSVWriter()
    var bytes: [UInt8] = []
    for row in rows { writer.append(row, to: &bytes) }
    return bytes
  }

  private var rows: [[String]] {
    var rows = [["figure", "item"] + Self.counts]
    if let total = reply["total"] { rows.append(["total", ""] + Self.counts(of: total)) }
    for (list, member) in [("hours", "hour"), ("weekdays", "weekday")] {
      for line in elements(list) {
        rows.append([member, text(line, member)] + Self.counts(of: line))
      }
    }
    let blank = [String](repeating: "", count: Self.counts.count - 1)
    for (list, figure, member) in [
      ("no_shows", "no_show", "by"), ("cancellations", "cancelled", "reason"),
      ("leads", "lead", "lead"),
    ] {
      for line in elements(list) {
        rows.append([figure, text(line, member), text(line, "count")] + blank)
      }
    }
    for figure in ["lead_median_minutes", "kept_percent"] {
      rows.append([figure, "", text(reply, figure)] + blank)
    }
    return rows
  }

  private static func counts(of line: JSONNode) -> [String] {
    counts.map { line[$0]?.integer.map { String($0) } ?? "" }
  }

  private func elements(_ list: String) -> [JSONNode] {
    reply[list].map { Array($0.elements) } ?? []
  }

  private func text(_ node: JSONNode, _ member: String) -> String {
    node[member]?.string ?? node[member]?.integer.map { String($0) } ?? ""
  }
}
