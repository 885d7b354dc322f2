import CallbookClient
import CallbookJSON
import CallbookModel
import CallbookTesting
import Glibc
import Testing

@testable import callbook

@Suite(.needsDaemon) struct DoctorTests {
  private struct FixedClock: WallClock {
    let instant: Instant
    func now() -> Instant { instant }
  }

  @Test(arguments: Language.allCases)
  func `a daemon that is well has nothing amiss`(language: Language) throws {
    let daemon = try TestDaemon()
    daemon.knowHolidays()
    let typed = Typed(["doctor"], socket: daemon.socket, in: language)
    #expect(typed.status == .done, "\(typed.output)")
    #expect(typed.output.contains(language == .english ? "all well" : "一切正常"))
    #expect(typed.output.contains("\(daemon.socket)"))
    let items = Typed(["doctor", "--jsonl"], socket: daemon.socket, in: language).output
    #expect(items.split(separator: "\n").count == CheckList.all.count)
    #expect(!items.contains(#""state":"amiss""#))
  }

  @Test func `every check has a name of its own, and a title in both languages`() {
    let names = CheckList.all.map(\.name)
    #expect(names.count == Set(names).count)
    for check in CheckList.all {
      #expect(check.title(Texts(.english)) != check.title(Texts(.chinese)))
    }
  }

  @Test func `a locale that is not UTF-8 and a time zone that nobody knows are named`() throws {
    let daemon = try TestDaemon()
    daemon.knowHolidays()
    let typed = Typed(
      ["doctor", "--jsonl"], socket: daemon.socket, columns: 80,
      environment: ["LANG": "zh_CN.GB18030", "TZ": "Mars/Olympus"])
    #expect(typed.status == .no)
    #expect(typed.output.contains(#"{"check":"terminal","state":"amiss""#))
    #expect(typed.output.contains(#""fix":"export LC_ALL=C.UTF-8""#))
    #expect(typed.output.contains(#"{"check":"time-zone","state":"amiss""#))
    let well = Typed(
      ["doctor", "--jsonl"], socket: daemon.socket, columns: 80,
      environment: ["LANG": "zh_CN.UTF-8", "TZ": "Asia/Shanghai"])
    #expect(well.status == .done, "\(well.output)")
  }

  @Test func `a clock that was set back is named`() throws {
    let daemon = try TestDaemon()
    #expect(daemon.typed("contact", "add", "王小明").status == .done)
    for (text, what) in [
      ("2026-01-02T00:00:00.000Z", "it was set back"),
      ("1970-01-01T00:00:07.000Z", "before this program was made"),
    ] {
      let clock = FixedClock(instant: try #require(Instant(text)))
      let typed = Typed(["doctor"], socket: daemon.socket, clock: clock)
      #expect(typed.status == .no)
      #expect(typed.output.contains(what) && typed.output.contains("try: timedatectl"))
    }
  }

  @Test(arguments: [
    ("ready", "ready", Finding.well("ready")),
    (
      "degraded", "disk full",
      .amiss("the disk is full: changes are refused, reads go on", fix: "df -h")
    ),
    (
      "degraded", "failed",
      .amiss(
        "the store failed: changes are refused, reads go on",
        fix: "journalctl -t callbookd -p err -n 20")
    ),
    ("draining", "ready", .amiss("the daemon is stopping", fix: "systemctl status callbookd")),
  ])
  func `the state of the store is told`(state: String, store: String, finding: Finding) throws {
    let scene = try scene(FakeDaemon.hello(1, 1).replacing("ready", with: state), store: store)
    #expect(StoreCheck().look(at: scene, Texts(.english)) == finding)
  }

  @Test func `a daemon of another version is named, and who one is`() throws {
    let scene = try scene(FakeDaemon.hello(1, 1, version: "9.9"))
    #expect(
      VersionCheck().look(at: scene, Texts(.english))
        == .amiss("the command is 0.1.0, the daemon 9.9", fix: "systemctl restart callbookd"))
    #expect(StaffCheck().look(at: scene, Texts(.english)) == .well("li.na: agent"))
    #expect(StaffCheck().look(at: scene, Texts(.chinese)) == .well("li.na：业务员"))
  }

  @Test(arguments: [
    (BackupAge.unknown, Finding.skipped("the daemon did not say")),
    (.notYet, .well("nobody works with the register yet")),
    (.none, .amiss("there is none yet", fix: backupFix)),
    (.seconds(2 * 86_400), .well("the newest is 48 h old")),
    (.seconds(2 * 86_400 + 1), .amiss("the newest is 2 days old", fix: backupFix)),
  ])
  func `a shop without a backup for two days is named`(age: BackupAge, finding: Finding) throws {
    let scene = try scene(FakeDaemon.hello(1, 1), backup: age)
    #expect(BackupCheck().look(at: scene, Texts(.english)) == finding)
  }

  private static let backupFix =
    "sudo callbook backup create && systemctl list-timers callbook-backup.timer"

  private func scene(
    _ hello: String = FakeDaemon.hello(1, 1), store: String? = nil, backup: BackupAge = .unknown,
    shopZone: String? = nil, missingYears: [Int64]? = nil,
    guardOf path: String? = nil, machine: Machine = Machine()
  ) throws -> Scene {
    let line = try JSONTape().parse(hello.utf8)
    let surroundings = Surroundings(
      environment: { _ in nil }, output: Lines(), errors: Lines(), terminalColumns: nil,
      areErrorsOnTerminal: false, texts: Texts(.english))
    return Scene(
      surroundings: surroundings, path: path ?? "/s", source: .standard, entry: .socket,
      socketGuard: path.flatMap(SocketGuard.init),
      greeting: .success(try Greeting(line, from: "/s")),
      store: store, backup: backup, lastChange: nil, shopZone: shopZone,
      missingYears: missingYears, machine: machine)
  }

  @Test(
    arguments: [
      (true, Finding.well("the clock is kept right")),
      (false, .amiss("nothing keeps the clock right", fix: "timedatectl set-ntp true")),
      (nil, .skipped("the kernel does not say")),
    ] as [(Bool?, Finding)])
  func `a clock that nothing keeps right is named`(state: Bool?, finding: Finding) throws {
    let scene = try scene(machine: Machine(isClockSynchronised: state))
    #expect(SynchronisationCheck().look(at: scene, Texts(.english)) == finding)
  }

  @Test(
    arguments: [
      ("Asia/Shanghai", "Asia/Shanghai", Finding.well("Asia/Shanghai")),
      ("PRC", "Asia/Shanghai", .well("PRC")), ("Etc/UTC", nil, .well("Etc/UTC")),
      (
        "Etc/UTC", "Asia/Shanghai",
        .amiss(
          "the shop is in Asia/Shanghai, and this machine shows times of Etc/UTC",
          fix: "timedatectl set-timezone Asia/Shanghai")
      ),
      (
        nil, "Asia/Urumqi",
        .amiss(
          "none is set: times are shown in UTC", fix: "timedatectl set-timezone Asia/Urumqi")
      ),
    ] as [(String?, String?, Finding)])
  func `a machine in another time zone than the shop is named`(
    zone: String?, shop: String?, finding: Finding
  ) throws {
    let scene = try scene(shopZone: shop, machine: Machine(zone: zone))
    #expect(TimeZoneCheck().look(at: scene, Texts(.english)) == finding)
  }

  @Test(
    arguments: [
      ("active", "success", 0, "active", "enabled", nil),
      (
        "failed", "watchdog", 0, "active", "enabled",
        "systemctl restart callbookd.socket callbookd.service"
      ),
      ("inactive", "success", 0, "failed", "enabled", "systemctl restart callbookd.socket"),
      ("active", "success", 0, "active", "disabled", "systemctl enable --now callbookd.socket"),
      ("active", "success", 3, "active", "enabled", "journalctl -x -u callbookd -p warning"),
    ] as [(String, String, Int, String, String, String?)])
  func `what systemd has amiss is named`(
    service: String, result: String, restarts: Int, socket: String, file: String, fix: String?
  ) throws {
    let units = UnitStates(
      """
      NRestarts=\(restarts)
      Result=\(result)
      Id=callbookd.service
      LoadState=loaded
      ActiveState=\(service)
      UnitFileState=enabled

      Result=success
      Id=callbookd.socket
      LoadState=loaded
      ActiveState=\(socket)
      UnitFileState=\(file)
      """)
    try #require(units != nil)
    let finding = UnitsCheck().look(
      at: try scene(machine: Machine(units: units)), Texts(.english))
    #expect(finding.fix == fix)
    #expect(restarts == 0 || finding.message.contains("3 times"))
    #expect(result == "success" || finding.message.contains("watchdog"))
  }

  @Test func `where systemd does not have the daemon its units are left alone`() throws {
    #expect(UnitStates("Id=callbookd.service\nLoadState=not-found") == nil)
    #expect(UnitsCheck().look(at: try scene(), Texts(.english)).state == "skipped")
  }

  @Test func `a socket in its usual place without a group for the staff is named`() throws {
    let directory = try TestDirectory()
    let path = directory.socket
    try write([], to: path)
    try #require(chmod(path, 0o600) == 0)
    let scene = try scene(guardOf: path)
    #expect(
      PermissionCheck().look(at: scene, Texts(.english))
        == .amiss(
          "only root may use it: it has no group for the staff",
          fix: "systemd-sysusers && systemctl restart callbookd.socket"))
  }

  @Test func `a year whose holidays are not known is named`() throws {
    let fix = "callbook calendar import FILE"
    #expect(
      CalendarCheck().look(at: try scene(missingYears: [2027]), Texts(.english))
        == .amiss("holidays not known, so that what falls due is a guess: 2027", fix: fix))
    #expect(
      CalendarCheck().look(at: try scene(missingYears: []), Texts(.chinese))
        == .well("今年的放假安排已知"))
    #expect(CalendarCheck().look(at: try scene(), Texts(.english)).state == "skipped")
  }

  @Test func `what is there and is no socket is named`() throws {
    let directory = try TestDirectory()
    try write([], to: directory.socket)
    let typed = Typed(["doctor"], socket: directory.socket)
    #expect(typed.status == .no && typed.output.contains("is not a socket"), "\(typed.output)")
    let missing = Typed(["doctor"], socket: directory.file("none"))
    #expect(
      missing.output.contains("there is none at \(directory.path)/none (from CALLBOOK_SOCKET)"))
    #expect(missing.output.contains("try: callbookd --state-directory"))
  }
}
