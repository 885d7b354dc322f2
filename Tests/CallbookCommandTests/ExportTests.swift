import CallbookTesting
import Glibc
import Testing

@testable import callbook

@Suite(.needsDaemon) struct ExportTests {
  /// A shop whose root is admin and where another user of every machine looks after contacts.
  private func shop() throws -> TestDaemon {
    let daemon = try TestDaemon()
    #expect(daemon.typed("staff", "add", "daemon", "--role", "agent").status == .done)
    for words in Self.fields {
      #expect(Typed(["field", "add"] + words, socket: daemon.socket).status == .done)
    }
    return daemon
  }

  /// One whose label and key are another heading's, and one that a spreadsheet takes for a formula.
  private static let fields = [
    ["licence", "--label", "执照号"], ["visits", "--label", "=1+1", "--type", "number"],
    ["opened", "--label", "Opened", "--type", "date"],
    ["phone", "--label", "电话", "--type", "choice", "--choice", "小", "--choice", "a;b,c|d"],
    ["vip", "--label", "是会员", "--type", "flag"],
  ]

  private static let forms: [(String, [String])] = [
    ("a.jsonl", []), ("a.vcf", []), ("b.vcf", ["--vcard-version", "3.0"]),
    ("a.csv", ["--headings", "zh"]), ("b.csv", ["--headings", "en"]),
  ]

  @Test(arguments: [UInt64(1), 20_261_122])
  func `an export imported into a new shop and exported again is the same`(seed: UInt64) throws {
    let first = try shop()
    var rows = RandomRows(seed: seed, count: 250, hasFields: true)
    try write(rows.bytes(), to: first.directory + "/rows.jsonl")
    let typed = first.typed("contact", "import", first.directory + "/rows.jsonl", "--json")
    #expect(typed.output.contains(#""added":250,"#), "\(typed.output)\(typed.errors)")
    #expect(typed.output.contains(#""unlinked":0,"#), "seed \(seed): \(typed.output)")
    let whole = first.typed("contact", "export", "--format", "jsonl").output
    #expect(whole.split(separator: "\n").count == 250)
    #expect(whole.contains("organisation_uid") && whole.contains("contact_uid"))
    for (name, options) in Self.forms {
      let path = first.directory + "/" + name
      let export = Typed(
        ["contact", "export", "--output", path] + options, socket: first.socket)
      #expect(export.output == "exported 250 contacts to \(path)\n", "\(export.errors)")
      let second = try shop()
      let taken = second.typed("contact", "import", path)
      #expect(taken.status == .done, "seed \(seed), \(name): \(taken.output)\(taken.errors)")
      let again = second.typed("contact", "export", "--format", "jsonl").output
      let differences = zip(whole.split(separator: "\n"), again.split(separator: "\n"))
        .filter { $0 != $1 }.prefix(2)
      #expect(again == whole, "seed \(seed), \(name): \(Array(differences))")
    }
  }

  @Test func `an export is a file of its owner's, there whole or not at all`() throws {
    let daemon = try shop()
    _ = daemon.typed("contact", "add", "王小明", "--phone", "199 0000 1234", "--notes", "=1+1")
    let path = daemon.directory + "/out.csv"
    try write(Array("old".utf8), to: path)
    chmod(path, 0o644)
    daemon.kill()
    #expect(daemon.typed("contact", "export", "--output", path).status == .unreachable)
    #expect(text(of: path) == "old")
    try daemon.start()
    let typed = daemon.typed("contact", "export", "--output", path, "--json")
    #expect(typed.output == #"{"exported":1,"file":"\#(path)"}"# + "\n", "\(typed.errors)")
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    let table = text(of: path)
    #expect(table.hasPrefix("\u{FEFF}name,") && table.contains(",'=1+1,"))
    #expect(daemon.area.names == ["out.csv", "socket", "store"])
  }

  @Test func `a link stays a link, and what is no file is not replaced`() throws {
    let daemon = try shop()
    _ = daemon.typed("contact", "add", "王小明")
    let (target, link) = (daemon.directory + "/target.vcf", daemon.directory + "/link.vcf")
    try write([], to: target)
    #expect(symlink(target, link) == 0)
    #expect(daemon.typed("contact", "export", "--output", link).status == .done)
    #expect(text(of: target).hasPrefix("BEGIN:VCARD\r\nVERSION:4.0\r\n"))
    var status = stat()
    #expect(lstat(link, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(daemon.typed("contact", "export", "--output", "/dev/null").status == .done)
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    #expect(
      daemon.typed("contact", "export", "--output", "/nonexistent/x.csv").status == .conflict)
  }

  @Test func `standard output has the format that is asked for, and filters narrow it`() throws {
    let daemon = try shop()
    _ = daemon.typed("contact", "add", "甲", "--category", "installer", "--tag", "花")
    _ = daemon.typed("contact", "add", "乙")
    #expect(daemon.typed("contact", "export").output.hasPrefix("name,kind,"))
    let lines = daemon.typed("contact", "export", "--jsonl", "--category", "installer").output
    #expect(lines.split(separator: "\n").count == 1 && lines.contains(#""name":"甲""#))
    let cards = daemon.typed("contact", "export", "--format", "vcard", "--tag", "花").output
    #expect(cards.contains("FN:甲") && !cards.contains("FN:乙"))
    #expect(daemon.typed("contact", "export", "--format", "xls").status == .usage)
    #expect(daemon.typed("contact", "export", "--json").status == .usage)
  }

  @Test func `large contacts are exported in smaller pages`() throws {
    let daemon = try shop()
    // Control characters take six bytes each on the wire.
    let notes = String(repeating: "\\u0001", count: 3_800)
    let rows = (0..<150).map { #"{"name":"客户\#($0)","notes":"a\#(notes)z"}"# }
    let path = daemon.directory + "/in.jsonl"
    try write(Array(rows.joined(separator: "\n").utf8), to: path)
    let typed = daemon.typed("contact", "import", path)
    #expect(typed.output.hasPrefix("added 150,"), "\(typed.output)\(typed.errors)")
    let lines = daemon.typed("contact", "export", "--jsonl").output.split(separator: "\n")
    #expect(lines.count == 150)
  }
}
