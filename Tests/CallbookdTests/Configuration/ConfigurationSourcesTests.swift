import CallbookProtocol
import Glibc
import Testing

@testable import callbookd

struct ConfigurationSourcesTests {
  @Test func `flags come before the environment, that before drop-ins, these before the file`()
    throws
  {
    var area = try ConfigurationArea()
    try area.write("depth = 20\ntokens = 2000\nid_bytes = 40\nconnections = 50\n")
    try area.drop("20-b.conf", "tokens = 4000\nid_bytes = 42\n")
    try area.drop("10-a.conf", "tokens = 3000\nid_bytes = 41\nsubscriptions = 9\n")
    area.environment = ["CALLBOOK_ID_BYTES": "43", "CALLBOOK_SUBSCRIPTIONS": "10"]
    area.flag("subscriptions", "11")
    let loaded = try area.sources.load()
    let limits = loaded.settings.limits
    #expect(
      [limits.depth, limits.tokens, limits.idBytes, limits.subscriptions, limits.connections]
        == [20, 4000, 43, 11, 50])
    #expect(
      loaded.files == [area.main, "\(area.main).d/10-a.conf", "\(area.main).d/20-b.conf"])
    #expect(loaded.origins["tokens"] == .file("\(area.main).d/20-b.conf", line: 1))
    #expect(loaded.origins["subscriptions"] == .flag("--set"))
    #expect(loaded.origins["replies"] == nil)
  }

  @Test func `drop-ins need no main file where nobody named one`() throws {
    let area = try ConfigurationArea()
    #expect(area.problems() == ["callbook.conf: does not exist"])
    let sources = ConfigurationSources(path: nil, environment: [:], flags: [])
    #expect(sources.path == "/etc/callbook/callbook.conf")
    #expect(!sources.isRequired)
  }

  @Test func `other names in the directory are left alone`() throws {
    let area = try ConfigurationArea()
    try area.write("")
    for name in [".hidden.conf", "a.conf~", "a.conf.dpkg-old", "README"] {
      try area.drop(name, "nonsense")
    }
    #expect(try area.sources.load().files == [area.main])
  }

  @Test func `everything that is wrong anywhere is said at once`() throws {
    var area = try ConfigurationArea()
    try area.write("depth = 5\nline_byte = 1\n")
    try area.drop("a.conf", "tokens = many\nsocket = relative\n")
    try area.drop("b.conf", [0x64, 0xFF, 0xFE])
    try area.drop("c.conf", String(repeating: "#", count: ConfigurationFile.mostBytes + 1))
    mkdir("\(area.main).d/d.conf", 0o755)
    defer { rmdir("\(area.main).d/d.conf") }
    area.environment = ["CALLBOOK_CONNECTIONS": "", "CALLBOOK_STALED_SECONDS": "3"]
    area.flag("linger", "3")
    area.flag("tokens", "1")
    #expect(
      area.problems() == [
        "callbook.conf:1: depth must be 16 to 128",
        "callbook.conf:2: unknown key line_byte; the nearest is line_bytes",
        "callbook.conf.d/a.conf:1: tokens must be a whole number",
        "callbook.conf.d/a.conf:2: socket must be an absolute path",
        "callbook.conf.d/b.conf: cannot be read: read: "
          + "Invalid or incomplete multibyte or wide character",
        "callbook.conf.d/c.conf: cannot be read: read: File too large",
        "callbook.conf.d/d.conf: cannot be read: read: Is a directory",
        "CALLBOOK_CONNECTIONS: connections must be a whole number",
        "CALLBOOK_STALED_SECONDS: is no setting; the nearest is CALLBOOK_STALLED_SECONDS",
        "--set: unknown key linger", "--set: tokens must be 1000 to 1000000",
      ])
  }

  @Test func `a value that a later source overrides still has to be right`() throws {
    var area = try ConfigurationArea()
    try area.write("depth = 5\n")
    area.flag("depth", "20")
    #expect(area.problems() == ["callbook.conf:1: depth must be 16 to 128"])
  }

  @Test func `variables of other programs are left alone`() throws {
    var area = try ConfigurationArea()
    try area.write("")
    area.environment = ["CALLBOOK_BUILD_DIRECTORY": "x", "CALLBOOK_CRASHES": "1", "PATH": "/bin"]
    #expect(area.problems().isEmpty)
  }

  @Test func `limits that do not fit together are refused where they were set`() throws {
    var area = try ConfigurationArea()
    try area.write("connections = 10\nreserved_connections = 10\n")
    #expect(
      area.problems() == [
        "callbook.conf:1: connections_of_one_user must be at most connections, which is 10",
        "callbook.conf:2: reserved_connections must be less than connections, which is 10",
      ])
    area.flag("state_directory", "")
    area.flag("connections", "100")
    #expect(area.problems() == ["--set: state_directory must not be empty"])
  }

  @Test func `a flag or a variable may hold a path from here`() throws {
    var area = try ConfigurationArea()
    try area.write("")
    area.environment = ["CALLBOOK_SOCKET": "here/s"]
    area.flag("state_directory", "here")
    let settings = try area.sources.load().settings
    #expect(settings.socket == "here/s")
    #expect(settings.stateDirectory == "here")
  }

  @Test func `the configuration that holds is shown as a file that can be read again`() throws {
    var area = try ConfigurationArea()
    try area.write("depth = 20\n")
    area.environment = ["CALLBOOK_LINE_BYTES": "131072"]
    let loaded = try area.sources.load()
    #expect(loaded.text.contains("# \(area.main):1\ndepth = 20\n"))
    #expect(loaded.text.contains("# CALLBOOK_LINE_BYTES\nline_bytes = 128K\n"))
    #expect(loaded.text.contains("# default\ntokens = 20000\n"))
    try area.write(loaded.text)
    area.environment = [:]
    #expect(try area.sources.load().settings.limits == loaded.settings.limits)
  }
}
