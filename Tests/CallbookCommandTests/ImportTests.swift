import CallbookTesting
import Testing

@testable import callbook

@Suite(.needsDaemon) struct ImportTests {
  private static let root =
    #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
  private static let shop = root + "/Samples/shop.csv"
  private static let gb18030 = root + "/Tests/CallbookFormatsTests/Samples/contacts-gb18030.csv"

  private func file(_ daemon: TestDaemon, _ text: String) throws -> String {
    let path = daemon.directory + "/in.csv"
    try write(Array(text.utf8), to: path)
    return path
  }

  private func contacts(_ daemon: TestDaemon) -> Int {
    daemon.typed("contact", "list", "--limit", "500", "--jsonl").output.split(separator: "\n").count
  }

  @Test(arguments: [shop, gb18030]) func `the same file again changes nothing`(path: String) throws
  {
    let daemon = try TestDaemon()
    let rejects = daemon.directory + "/rejects.csv"
    let first = daemon.typed("contact", "import", path, "--reject", rejects, "--json")
    let count = contacts(daemon)
    #expect(count > 5)
    #expect(first.output.contains(#""added":\#(count),"#), "\(first.output)\(first.errors)")
    let head = daemon.typed("audit", "head").output
    let second = daemon.typed("contact", "import", path, "--reject", rejects, "--json")
    #expect(second.output.contains(#""added":0,"#), "\(second.output)")
    #expect(first.status == second.status)
    #expect(contacts(daemon) == count)
    #expect(daemon.typed("audit", "head").output == head)
  }

  @Test func `the sample shop is taken whole, and known whole the second time`() throws {
    let daemon = try TestDaemon()
    let first = daemon.typed("contact", "import", Self.shop)
    #expect(first.status == .done)
    #expect(first.output == "added 40, known already 0, rejected 0\n")
    let second = daemon.typed("contact", "import", Self.shop)
    #expect(second.status == .done)
    #expect(second.output == "added 0, known already 40, rejected 0\n")
  }

  @Test func `a dry run adds nothing`() throws {
    let daemon = try TestDaemon()
    let path = try file(daemon, "姓名,手机\n王一,19900000001\n王二,19900000002\n")
    let typed = daemon.typed("contact", "import", path, "--dry-run")
    #expect(typed.status == .done, "\(typed.errors)")
    #expect(typed.output == "would add 2, known already 0, rejected 0\n", "\(typed.output)")
    #expect(contacts(daemon) == 0)
  }

  @Test func `bad rows go to the reject file with line and reason, the others in`() throws {
    let daemon = try TestDaemon()
    let tags = (1...21).map { "t\($0)" }.joined(separator: ";")
    let path = try file(
      daemon,
      "姓名,手机,标签\n王一,19900000001,\n王二,1.38E+10,\n王三,1990000004,\n王四,19900000004,\(tags)\n王五,19900000005,\n"
    )
    let rejects = daemon.directory + "/rejects.csv"
    let typed = daemon.typed("contact", "import", path, "--reject", rejects)
    #expect(typed.status == .badData)
    #expect(typed.output == "added 2, known already 0, rejected 3\n", "\(typed.errors)")
    let lines = text(of: rejects)
      .split(whereSeparator: \.isNewline).dropFirst()
    #expect(Set(lines.map { $0.prefix(2) }) == ["王二", "王三", "王四"])
    #expect(lines.contains { $0.contains(",3,") && $0.contains("1.38E+10 and lost its digits") })
    #expect(
      lines.contains { $0.contains(",4,") && $0.contains("phone: is not a phone number") },
      "\(lines)")
    #expect(lines.contains { $0.contains(",5,") && $0.contains("tags: has 21 items") }, "\(lines)")
  }

  @Test func `JSON lines are imported, and bad ones go to a reject file of their kind`() throws {
    let daemon = try TestDaemon()
    let path = try file(
      daemon,
      """
      {"name":"王一","points":[{"kind":"phone","value":"199 0000 0001"}]}
      {"name":"王二","phone":"19900000002"}
      {"name":"王三","points":[{"kind":"phone","value":"1.38E+10"}]}
      """)
    let rejects = daemon.directory + "/rejects.jsonl"
    let typed = daemon.typed("contact", "import", path, "--reject", rejects)
    #expect(typed.output == "added 1, known already 0, rejected 2\n", "\(typed.errors)")
    let lines = text(of: rejects)
      .split(separator: "\n")
    #expect(
      lines.first?.hasSuffix(#","line":2,"reason":"phone is no member of a contact"}"#) == true)
    #expect(lines.last?.contains(#""line":3,"reason":"phone: is not a phone number"#) == true)
  }

  @Test func `rejected rows never go to the file that is read`() throws {
    let daemon = try TestDaemon()
    let path = try file(daemon, "姓名,手机\n王二,1.38E+10\n")
    let typed = daemon.typed("contact", "import", path, "--reject", path)
    #expect(typed.status == .usage)
    #expect(bytes(of: path).count > 20)
  }

  @Test func `many batches arrive whole`() throws {
    let daemon = try TestDaemon()
    let rows = (0..<1500).map { "客户\($0),1990000\(String(10_000 + $0).suffix(4))" }
    let path = try file(daemon, "姓名,手机\n" + rows.joined(separator: "\n") + "\n")
    let typed = daemon.typed("contact", "import", path)
    #expect(typed.output == "added 1500, known already 0, rejected 0\n", "\(typed.errors)")
    #expect(daemon.typed("contact", "get", "c1500").output.contains("客户1499"))
  }

  @Test func `what is no file of contacts is said to be none`() throws {
    let daemon = try TestDaemon()
    #expect(daemon.typed("contact", "import", daemon.directory + "/missing").status == .notFound)
    let empty = try file(daemon, "1,2\n")
    #expect(daemon.typed("contact", "import", empty).status == .badData)
  }
}
