import CallbookTesting
import Foundation
import Testing

@testable import callbookd

struct ConfigurationManualTests {
  @Test func `systemd/callbook.conf is the table`() throws {
    try Goldens.check(
      ConfigurationManual.defaultFile, against: "../../../systemd/callbook.conf")
  }

  @Test func `docs/configuration.md is the table`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let preface = try String(
      contentsOf: folder.appendingPathComponent("preface.md"), encoding: .utf8)
    try Goldens.check(
      ConfigurationManual.manual(preface: preface), against: "../../../docs/configuration.md")
  }

  @Test func `the default file changes nothing, also with every comment sign taken off`() throws {
    let area = try ConfigurationArea()
    let file = ConfigurationManual.defaultFile
    try area.write(file)
    #expect(try area.sources.load().origins.isEmpty)
    let active = file.split(separator: "\n").map { line in
      line.hasPrefix("#") && !line.hasPrefix("# ") ? String(line.dropFirst()) : String(line)
    }
    try area.write(active.joined(separator: "\n"))
    let loaded = try area.sources.load()
    #expect(loaded.origins.count == Setting.all.count)
    #expect(loaded.text.replacing("# \(area.main):", with: "").contains("depth = 32\n"))
    for setting in Setting.all {
      #expect(setting.text(in: loaded.settings) == setting.text(in: Settings()))
    }
  }
}
