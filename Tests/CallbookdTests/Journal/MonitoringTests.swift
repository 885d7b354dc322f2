import CallbookTesting
import Foundation
import Systemd
import Testing

@testable import callbookd

/// `docs/monitoring.md`: written by hand but for the table, and every query in it is one.
struct MonitoringTests {
  private static func text() throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let preface = try String(
      contentsOf: folder.appendingPathComponent("monitoring.md"), encoding: .utf8)
    let names = try String(
      contentsOf: folder.appendingPathComponent(
        "../../CallbookRequestsTests/Goldens/metrics.txt"), encoding: .utf8)
    return preface.replacing("{{events}}", with: table)
      .replacing("{{metrics}}", with: metrics(names))
  }

  /// - Parameter golden: a line for each: name, kind, unit, labels, help.
  private static func metrics(_ golden: String) -> String {
    let rows = golden.split(separator: "\n").map { line in
      let words = line.split(separator: " ", maxSplits: 4)
      let labels = words[3].split(separator: ",").filter { $0 != "le" && $0 != "-" }
        .map { "`\($0)`" }
      return "| `\(words[0])` | \(words[1]) | \(labels.joined(separator: " ")) | \(words[4]) |"
    }
    return "| metric | kind | labels | |\n|---|---|---|---|\n" + rows.joined(separator: "\n")
  }

  private static var table: String {
    let rows = EventKind.allCases.map { kind in
      let examples = JournalEvent.examples.filter { $0.kind == kind }
      var names: [String] = []
      for field in examples.flatMap(\.fields).map(\.name.text) where !names.contains(field) {
        names.append(field)
      }
      let fields = names.dropFirst().map { "`\($0)`" }.joined(separator: " ")
      return "| `\(kind.rawValue)` | \(kind.priority.rawValue) | `\(kind.messageID)` | \(fields) |"
    }
    return "| event | priority | message id | fields |\n|---|---|---|---|\n"
      + rows.joined(separator: "\n")
  }

  @Test func `docs/monitoring.md is fresh`() throws {
    try Goldens.check(Self.text(), against: "../../../docs/monitoring.md")
  }

  @Test(.enabled(if: Journalctl.exists, "there is no journalctl on this machine"))
  func `every query is one that journalctl takes`() throws {
    let area = try TestDirectory()
    let empty = area.file("journal")
    try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: empty) }
    let queries = try Self.text().split(separator: "\n").filter { $0.hasPrefix("journalctl ") }
    #expect(queries.count > 10)
    for query in queries {
      // There is nothing to follow.
      let words = query.split(separator: "#")[0].split(separator: " ").dropFirst().map(String.init)
        .filter { $0 != "-f" }
      let (status, said) = try Journalctl.run(["-D", empty, "--no-pager"] + words, in: area)
      let isTaken = said.isEmpty || said.contains("No journal files were found")
      #expect(isTaken && status == 0, "\(query): \(said)")
    }
  }

  @Test func `queries name events, fields and ids that there are`() throws {
    let events = Set(EventKind.allCases.map(\.rawValue))
    let ids = Set(EventKind.allCases.map { $0.messageID.description })
    let fields = Set(
      JournalEvent.examples.flatMap(\.fields).map(\.name.text) + ["CALLBOOK_REPEATED"])
    let text = try Self.text()
    for match in text.matches(of: /CALLBOOK_EVENT=(\w+)/) {
      #expect(events.contains(String(match.1)), "\(match.1)")
    }
    for match in text.matches(of: /MESSAGE_ID=(\w+)/) { #expect(ids.contains(String(match.1))) }
    for match in text.matches(of: /CALLBOOK_[A-Z]+/) {
      #expect(fields.contains(String(match.0)), "\(match.0)")
    }
  }
}
