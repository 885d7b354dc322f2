import CallbookTesting
import Glibc
import Testing

/// A reload of the real daemon, as the service manager sees it.
struct ReloadTests {
  private let area: TestDirectory
  private let main: String

  init() throws {
    area = try TestDirectory()
    main = area.file("callbook.conf")
  }

  private func configure(_ text: String) throws {
    try CallbookTesting.write(text.utf8, to: main)
  }

  /// - Returns: what the service manager was told when the reload was over.
  private func reload(_ daemon: Daemon) throws -> String {
    daemon.program.send(SIGHUP)
    var isReloading = false
    while let said = daemon.notification() {
      if said.hasPrefix("RELOADING=1\nMONOTONIC_USEC=") { isReloading = true }
      if isReloading, said.hasPrefix("READY=1\n") { return said }
    }
    Issue.record("it never ended: \(daemon.notifications) \(daemon.output)")
    return ""
  }

  @Test func `new limits hold for new connections, and the old ones stay as they came`() throws {
    try configure("id_bytes = 40\nconnections_of_one_user = 3\n")
    let daemon = try Daemon.open(in: area, configuration: main)
    let old = try daemon.connected()
    #expect(old.greeting.contains(#""id_bytes":40"#))
    try configure("id_bytes = 64\nconnections_of_one_user = 2\n")
    #expect(try reload(daemon) == "READY=1\nSTATUS=ready")
    let new = try daemon.connected()
    #expect(new.greeting.contains(#""id_bytes":64"#))
    let id = String(repeating: "x", count: 50)
    let ping = #"{"jsonrpc":"2.0","id":"\#(id)","method":"rpc.ping"}"#
    #expect(old.send(ping) && old.line()?.contains(#""error""#) == true)
    #expect(new.send(ping) && new.line()?.contains(#""result""#) == true)
    #expect(try daemon.connected().greeting.contains("TOO_MANY_CONNECTIONS"))
    #expect(daemon.stop() == 0)
    #expect(daemon.output.contains("in force: connections_of_one_user, id_bytes"))
  }

  @Test func `a wrong configuration changes nothing and is said with file and line`() throws {
    try configure("id_bytes = 40\n")
    let daemon = try Daemon.open(in: area, configuration: main)
    try configure("id_bytes = 64\nid_byte = 3\ntokens = 5\n")
    #expect(
      try reload(daemon) == "READY=1\nSTATUS=ready; the last reload failed: \(main):2")
    #expect(try daemon.connected().greeting.contains(#""id_bytes":40"#))
    try configure("id_bytes = 64\n")
    #expect(try reload(daemon) == "READY=1\nSTATUS=ready")
    #expect(try daemon.connected().greeting.contains(#""id_bytes":64"#))
    #expect(daemon.stop() == 0)
    for line in [
      "\(main):2: unknown key id_byte; the nearest is id_bytes",
      "\(main):3: tokens must be 1000 to 1000000", "the one before stays in force",
    ] { #expect(daemon.output.contains(line), "\(daemon.output)") }
  }

  @Test func `a key that needs a restart is said until then`() throws {
    try configure("")
    let daemon = try Daemon.open(in: area, configuration: main)
    try configure("depth = 20\n")
    for _ in 0..<2 {
      #expect(try reload(daemon) == "READY=1\nSTATUS=ready; waiting for a restart: depth")
      #expect(try daemon.connected().greeting.contains(#""depth":32"#))
    }
    #expect(daemon.stop() == 0)
    let again = try Daemon.open(in: area, configuration: main)
    #expect(try again.connected().greeting.contains(#""depth":20"#))
  }

  @Test func `a daemon does not start with a wrong configuration, and says all of it`() throws {
    try configure("depth = 3\nsockets = /s\n")
    let daemon = try Daemon(in: area, configuration: main)
    #expect(try daemon.isReady() == false)
    #expect(daemon.status == EX_CONFIG)
    #expect(
      daemon.output == """
        callbookd: \(main):1: depth must be 16 to 128
        callbookd: \(main):2: unknown key sockets; the nearest is socket

        """)
    #expect(access(area.store, F_OK) != 0, "nothing was touched")
  }

  @Test func `the check says ok or what is wrong, and touches nothing`() throws {
    func check(_ flags: String...) throws -> (CInt, String) {
      unlink(area.file("checked"))
      let program = try Program(
        [try Daemon.path(), "--check-config", "--config", main] + flags,
        output: area.file("checked"))
      return (program.wait(), text(of: area.file("checked")))
    }
    try configure("depth = 20\n")
    #expect(try check() == (0, "ok\n"))
    #expect(
      try check("--set", "tokens=1")
        == (EX_CONFIG, "callbookd: --set: tokens must be 1000 to 1000000\n"))
    try configure("depth = 3\n")
    #expect(try check() == (EX_CONFIG, "callbookd: \(main):1: depth must be 16 to 128\n"))
    #expect(area.names == ["callbook.conf", "checked"])
  }

  @Test func `an idle daemon feeds its watchdog`() throws {
    let daemon = try Daemon(in: area, environment: ["WATCHDOG_USEC=200000"])
    try #require(try daemon.isReady())
    for _ in 0..<3 {
      var said = daemon.notification()
      while let other = said, other != "WATCHDOG=1" { said = daemon.notification() }
      #expect(said == "WATCHDOG=1")
    }
    #expect(daemon.stop() == 0)
  }
}
