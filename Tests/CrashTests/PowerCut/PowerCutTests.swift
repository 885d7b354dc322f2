import CallbookModel
import CallbookTesting
import Dispatch
import Foundation
import GRDB
import Testing

@testable import CallbookStore

/// The power goes at any moment of a daemon's life, and the disk kept what it had to and no more.
struct PowerCutTests {
  /// 200, or as many as `CALLBOOK_POWER_CUTS` says.
  private static let cuts =
    getenv("CALLBOOK_POWER_CUTS").flatMap { Int(String(cString: $0)) } ?? 200
  /// Repeat a run with `CALLBOOK_POWER_CUT_SEED`.
  private static let seed =
    getenv("CALLBOOK_POWER_CUT_SEED").flatMap { UInt64(String(cString: $0)) } ?? 20_261_122

  /// So many that some are committed while others are synced.
  private static let connections = 6
  private static let addsOfEach = 30

  // MARK: A life that is recorded

  /// Two lives of one daemon, the first ended by a kill: starts, recovery, commits, checkpoints, a stop.
  private func recordedEvents() throws -> [PowerCutEvent] {
    let area = try TestDirectory()
    let recorder = area.file("recorder.so")
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("recorder.c").path
    let compiler = try Program(
      ["gcc", "-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", recorder, source, "-ldl"],
      output: area.file("compiler"))
    try #require(compiler.wait() == 0, "\(text(of: area.file("compiler")))")
    let log = PowerCutLog(path: area.file("log"))
    try write([], to: log.path)
    let state = area.file("state")
    let wrapper = [
      "env", "CALLBOOK_LOG_BYTES=1M", "LD_PRELOAD=\(recorder)", "RECORD_DIRECTORY=\(state)",
      "RECORD_LOG=\(log.path)",
    ]
    for life in 1...2 {
      let daemon = try Daemon(in: area, wrapper: wrapper, stateDirectory: state)
      try #require(try daemon.isReady(), "\(daemon.output)")
      load(area, log, life)
      if life == 1 { daemon.kill() } else { #expect(daemon.stop() == 0) }
    }
    for name in ["callbook.db", "callbook.db-wal", "callbook.db-shm", "continuity.log", "lock"] {
      unlink("\(state)/\(name)")
    }
    rmdir(state)
    return log.events()
  }

  private func load(_ area: TestDirectory, _ log: PowerCutLog, _ life: Int) {
    let notes = String(repeating: "店", count: 4000)
    let clients = DispatchGroup()
    for number in 0..<Self.connections {
      DispatchQueue(label: "client \(number)").async(group: clients) {
        guard let client = Client(area.socket) else { return }
        for add in 0..<Self.addsOfEach {
          let name = "L\(life)-\(number)-\(add)"
          // Some large, so that the log is copied and started anew now and then.
          let text = add % 3 == 0 ? notes : "short"
          let reply = client.ask("contact.add", #"{"name":"\#(name)","notes":"\#(text)"}"#)
          if reply?.contains("result") == true { log.append(answered: name) }
        }
      }
    }
    clients.wait()
  }

  // MARK: The power goes

  private struct Outcome {
    var states = 0
    var lost: [String] = []
    var broken: [String] = []
  }

  /// Cuts the power at moments of the record and looks at what the next start makes of it.
  private func cut(
    _ events: [PowerCutEvent], count: Int, syncs: ModelDisk.Syncs
  ) throws -> Outcome {
    var random = SplitMix64(seed: Self.seed)
    var moments: [Int: Int] = [:]
    for _ in 0..<count {
      moments[Int.random(in: 1...events.count, using: &random), default: 0] += 1
    }
    var disk = ModelDisk(syncs: syncs)
    var answered: Set<String> = []
    var outcome = Outcome()
    for (place, event) in events.enumerated() {
      disk.take(event)
      if case .answered(let name) = event { answered.insert(name) }
      for _ in 0..<moments[place + 1, default: 0] {
        let cut = ModelDisk.Cut.allCases[outcome.states % ModelDisk.Cut.allCases.count]
        let label = "seed \(Self.seed), \(cut) after event \(place + 1)"
        outcome.states += 1
        try start(on: disk.files(after: cut, &random), answered, label, &outcome)
      }
    }
    return outcome
  }

  private func start(
    on files: [String: [UInt8]], _ answered: Set<String>, _ label: String, _ outcome: inout Outcome
  ) throws {
    let area = try TestDirectory(in: "/dev/shm")
    for (name, content) in files { try write(content, to: area.file(name)) }
    let clock = TestClock()
    do {
      let services = StoreServices(
        clock: clock, randomness: SequentialRandomness(), monotonicMilliseconds: { 0 },
        zoneRules: MachineZones.known)
      let opened = try OpenedStore.open(
        in: StateDirectory(locking: area.path), services: services)
      defer { try? opened.connection.close() }  // What is looked at is open beside it.
      let sql = try SQLConnection(readingStoreAt: area.store)
      let names = Set(try sql.all("SELECT name FROM contact", { _ in }) { $0.text(0) })
      let missing = answered.subtracting(names)
      if !missing.isEmpty { outcome.lost.append("\(label): \(missing.count) answered adds") }
      try sql.execute("BEGIN")
      let verdict = try ReadTransaction(
        sql, ReadingMemory(zoneRules: MachineZones.known)
      ).verifyLedger()
      try sql.execute("COMMIT")
      if !verdict.problems.isEmpty { outcome.broken.append("\(label): the ledger") }
      let integrity = try sql.first("PRAGMA integrity_check(1)") { $0.text(0) }
      if integrity != "ok" { outcome.broken.append("\(label): \(integrity ?? "nothing")") }
    } catch {
      outcome.broken.append("\(label): \(error)")
    }
  }

  @Test func `no power cut loses what was answered, and none leaves a broken store`() throws {
    print("power cuts: seed \(Self.seed)")
    let events = try recordedEvents()
    let answers = events.count { if case .answered = $0 { true } else { false } }
    // SQLite writes a log's header, 32 bytes, whenever it starts it anew after copying it.
    let logs = events.count {
      if case .written(_, 0, let bytes) = $0 { bytes.count == 32 } else { false }
    }
    #expect(logs > 3, "the record holds checkpoints: \(logs)")
    #expect(answers == 2 * Self.connections * Self.addsOfEach)
    let outcome = try cut(events, count: Self.cuts, syncs: .all)
    #expect(outcome.states == Self.cuts)
    #expect(outcome.lost == [])
    #expect(outcome.broken == [])
    // The same record, on disks that do not keep what they say: the test sees what is lost.
    let normal = try cut(events, count: 24, syncs: .notOfTheLog)
    #expect(!normal.lost.isEmpty, "as with synchronous=NORMAL")
    let none = try cut(events, count: 24, syncs: .none)
    #expect(!none.lost.isEmpty)
    print(
      "lost without syncs of the log: \(normal.lost.count) of 24, without any: \(none.lost.count)")
  }
}
