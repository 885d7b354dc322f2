import CallbookModel
import CallbookRequests
import CallbookServer
import CallbookTesting
import Dispatch
import Systemd
import Testing

@testable import callbookd

/// The real server and the real store, with a clock and a service manager of the test's own.
struct WatchdogTests {
  private struct Rig {
    let shop: TestShop
    let area: TestDirectory
    let server: Server
    let writer: WriterPulse
    let watchdog: Watchdog
    let told = Told()
    let sink = RecordingSink()
    let log: DaemonLog

    init() throws {
      shop = try TestShop()
      area = try TestDirectory()
      log = try DaemonLog(sink: sink, monotonicMilliseconds: { 0 })
      var configuration = ServerConfiguration(refusal: { _ in [] })
      configuration.loops = 2
      let server = Server(
        configuration: configuration, makeResponder: { _, _ in RefusingResponder(.draining) },
        observer: log)
      self.server = server
      let writer = WriterPulse(of: shop.store)
      self.writer = writer
      let loops = (0..<2).map { number in
        Watchdog.Probe(.loop(number)) { server.probe(number, answered: $0) }
      }
      watchdog = Watchdog(
        interval: .seconds(40), now: 0,
        probes: loops + [Watchdog.Probe(.writer) { writer.ask($0) }],
        notification: told.notification, log: log)
    }

    func turn(_ now: Int64) throws {
      writer.look()
      try watchdog.turn(now: now)
    }

    /// Returns once the loops and the writer have come round.
    func settle() async {
      await server.probe()
      shop.settle()
      // The first answer came from within a turn, which is counted at its end: whoever is answered
      // after it knows that it was.
      shop.settle()
    }

    var withheld: [String] {
      sink.of("watchdog_withheld").map { $0.fields.last?.value ?? "" }
    }
  }

  private func run(_ body: (Rig) async throws -> Void) async throws {
    let rig = try Rig()
    try await rig.server.start(listening: .path(rig.area.socket))
    do {
      try await body(rig)
    } catch {
      await rig.server.close()
      throw error
    }
    await rig.server.close()
  }

  @Test func `an idle daemon feeds its watchdog`() async throws {
    try await run { rig in
      for round in 1...3 {
        try rig.turn(Int64(round) * 20_000)
        await rig.settle()
        try rig.turn(Int64(round) * 20_000 + 1)
        #expect(rig.told.feedings == round)
      }
      #expect(rig.log.finish() && rig.sink.entries.isEmpty)
    }
  }

  @Test func `a blocked writer ends the feeding until it goes on`() async throws {
    try await run { rig in
      let release = rig.shop.holdWriter()
      try rig.turn(10_000)
      await rig.server.probe()
      try rig.turn(30_000)
      try rig.turn(39_000)
      #expect(rig.told.feedings == 0)
      #expect(rig.log.finish() && rig.withheld == ["writer"])
      release()
      await rig.settle()
      try rig.turn(39_500)
      #expect(rig.told.feedings == 1)
      #expect(rig.log.finish() && rig.sink.of("watchdog_resumed").count == 1)
    }
  }

  @Test func `a spinning event loop ends the feeding until it goes on`() async throws {
    try await run { rig in
      let (entered, release, other) = (
        DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)
      )
      rig.server.probe(0) {
        entered.signal()
        // For as long as the test likes: a busy machine must not let the loop go on by itself.
        release.wait()
      }
      defer { release.signal() }
      #expect(entered.wait(timeout: .now() + 120) == .success)
      try rig.turn(10_000)
      rig.server.probe(1) { other.signal() }
      #expect(other.wait(timeout: .now() + 120) == .success)
      rig.shop.settle()
      rig.shop.settle()
      try rig.turn(30_000)
      #expect(rig.told.feedings == 0)
      #expect(rig.log.finish() && rig.withheld == ["loop-0"])
      release.signal()
      await rig.settle()
      try rig.turn(31_000)
      #expect(rig.told.feedings == 1)
    }
  }

  @Test func `an executor that runs nothing ends the feeding, one that runs answers`() async throws
  {
    let pulse = ExecutorPulse()
    let (told, sink) = (Told(), RecordingSink())
    let log = try DaemonLog(sink: sink, monotonicMilliseconds: { 0 })
    let watchdog = Watchdog(
      interval: .seconds(40), now: 0, probes: [Watchdog.Probe(.executor) { pulse.ask($0) }],
      notification: told.notification, log: log)
    try watchdog.turn(now: 10_000)
    try watchdog.turn(now: 30_000)
    #expect(log.finish() && sink.of("watchdog_withheld").count == 1)
    #expect(told.feedings == 0)
    let running = Task { await pulse.run() }
    for now in Int64(30_001)... where told.feedings == 0 && now < 10_000_000 {
      await Task.yield()
      try watchdog.turn(now: now)
      if now == 9_999_999 { Issue.record("it never answered") }
      guard told.feedings == 0 else { break }
    }
    running.cancel()
    await running.value
    #expect(told.feedings == 1)
  }

  @Test func `an answer to an earlier question proves nothing`() throws {
    let told = Told()
    let log = try DaemonLog(sink: RecordingSink(), monotonicMilliseconds: { 0 })
    let late = Answers()
    let watchdog = Watchdog(
      interval: .seconds(40), now: 0, probes: [Watchdog.Probe(.writer) { late.keep($0) }],
      notification: told.notification, log: log)
    try watchdog.turn(now: 10_000)
    late.all[0]()
    try watchdog.turn(now: 10_001)
    #expect(told.feedings == 1)
    try watchdog.turn(now: 20_001)
    late.all[0]()
    try watchdog.turn(now: 20_002)
    #expect(told.feedings == 1)
    late.all[1]()
    try watchdog.turn(now: 20_003)
    #expect(told.feedings == 2)
  }
}
