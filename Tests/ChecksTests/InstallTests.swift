import Foundation
import Testing

/// `make install` and `make uninstall`, into a directory, with programs that only look like ours.
struct InstallTests {
  private static func install(_ verb: String, into root: Scratch, _ settings: [String] = []) throws
    -> (status: Int32, output: String)
  {
    let program = "#!/bin/sh\necho \"$@\"\n"
    try root.write(program, to: "built/callbook", mode: 0o755)
    try root.write(program, to: "built/callbookd", mode: 0o755)
    return try Command.run(
      [
        "env", "DESTDIR=\(root.file("root"))", "CALLBOOK_BUILD_DIRECTORY=\(root.file("built"))",
      ] + settings + ["Scripts/install.sh", verb])
  }

  private func installed(in root: Scratch) throws -> [String] {
    try root.names().filter { $0.hasPrefix("root/") }.map { String($0.dropFirst("root".count)) }
  }

  @Test func `everything goes below the prefix, and units name it`() throws {
    let root = try Scratch()
    let said = try Self.install("install", into: root)
    try #require(said.status == 0, "\(said.output)")
    let files = try installed(in: root)
    for file in [
      "/bin/callbook", "/sbin/callbookd", "/lib/systemd/system/callbookd.service",
      "/lib/systemd/system/callbookd.socket", "/lib/sysusers.d/callbook.conf",
      "/lib/tmpfiles.d/callbook.conf", "/share/bash-completion/completions/callbook",
      "/share/zsh/site-functions/_callbook", "/share/fish/vendor_completions.d/callbook.fish",
    ] {
      #expect(files.contains("/usr/local" + file))
    }
    #expect(files.allSatisfy { $0.hasPrefix("/usr/local/") || $0.hasPrefix("/etc/callbook/") })
    let unit = try String(
      contentsOfFile: root.file("root/usr/local/lib/systemd/system/callbookd.service"),
      encoding: .utf8)
    #expect(unit.contains("ExecStart=/usr/local/sbin/callbookd\n"))
    #expect(!unit.contains("=/usr/sbin/"))
  }

  @Test func `what is listed is what is installed`() throws {
    let root = try Scratch()
    let said = try Self.install("install", into: root, ["PREFIX=/usr", "UNITDIR=/lib/units"])
    try #require(said.status == 0, "\(said.output)")
    let listed = try Self.install("list", into: root, ["PREFIX=/usr", "UNITDIR=/lib/units"])
    let names = listed.output.split(separator: "\n").map {
      String($0.dropFirst(root.file("root").count))
    }
    #expect(try names.sorted() == installed(in: root))
    #expect(names.contains("/lib/units/callbookd.socket"))
  }

  @Test func `uninstalling leaves nothing but what an administrator may have written`() throws {
    let root = try Scratch()
    _ = try Self.install("install", into: root)
    let said = try Self.install("uninstall", into: root)
    #expect(said.status == 0, "\(said.output)")
    #expect(try installed(in: root).allSatisfy { $0.hasPrefix("/etc/callbook/") })
  }

  @Test func `nothing is installed where nothing was built`() throws {
    let root = try Scratch()
    let said = try Command.run([
      "env", "DESTDIR=\(root.file("root"))", "CALLBOOK_BUILD_DIRECTORY=\(root.file("none"))",
      "Scripts/install.sh", "install",
    ])
    #expect(said.status == 66 && said.output.contains("make build"), "\(said.output)")
    #expect(try installed(in: root) == [])
  }
}
