import Foundation
import Testing

/// What systemd itself says of the units.
@Suite(
  .enabled(
    if: FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze"),
    "there is no systemd-analyze"))
struct UnitFileTests {
  private static let folder = SourceTree.root.appending(path: "systemd")

  /// The units, with programs that are there: those of Callbook are not installed where tests run.
  private func staged() throws -> (Scratch, units: [String]) {
    let scratch = try Scratch()
    var units: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
    where [".service", ".socket", ".timer"].contains(where: { name.hasSuffix($0) }) {
      let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
      let runnable = text.replacing(#/=/usr/s?bin/callbookd?/#, with: "=/bin/true")
      try scratch.write(runnable, to: name)
      units.append(scratch.file(name))
    }
    return (scratch, units)
  }

  @Test func `systemd finds nothing wrong in the units`() throws {
    let (scratch, units) = try staged()
    #expect(units.contains { $0.hasSuffix("/callbookd.service") })
    for name in [
      "callbookd.socket", "callbook-backup.service", "callbook-backup.timer",
      "callbook-calendar@.service",
    ] {
      #expect(units.contains { $0.hasSuffix("/\(name)") })
    }
    let said = try Command.run(["systemd-analyze", "verify", "--man=no"] + units)
    // Of the machine's own units, which it reads too, it may say what it likes.
    let ours = said.output.split(separator: "\n").filter { line in
      line.contains(scratch.path) || line.contains("callbook")
    }
    #expect(ours == [])
    #expect(said.status == 0, "\(said.output)")
  }

  @Test(arguments: [
    "callbookd.service", "callbook-backup.service", "callbook-calendar@.service",
  ])
  func `a service is exposed to at most 0.5 of 10`(_ unit: String) throws {
    let (scratch, _) = try staged()
    let said = try Command.run([
      "systemd-analyze", "security", "--offline=yes", "--no-pager", "--threshold=5",
      scratch.file(unit),
    ])
    #expect(said.status == 0, "\(said.output)")
    // Of a template it looks at an instance.
    let name = unit.replacing("@.", with: "@i.")
    #expect(said.output.contains("Overall exposure level for \(name): 0."))
  }

  @Test func `callers keep their user ids, and a failing daemon its socket`() throws {
    let unit = try String(
      contentsOf: Self.folder.appending(path: "callbookd.service"), encoding: .utf8)
    let lines = unit.split(separator: "\n")
    // systemd-analyze would praise the opposite: it turns every caller into `nobody`.
    #expect(lines.contains("PrivateUsers=no"))
    #expect(lines.contains("StartLimitIntervalSec=0"))
    #expect(lines.contains("Type=notify"))
    #expect(!lines.contains { $0.hasPrefix("RuntimeDirectory=") })
  }
}
