import CallbookModel
import CallbookRequests
import CallbookStore
import Dispatch
import Glibc
import Systemd
import Testing

@testable import callbookd

struct PatienceTests {
  @Test func `the service manager is asked for more time while it takes long`() throws {
    let told = Told()
    let log = try DaemonLog(sink: RecordingSink(), monotonicMilliseconds: { 0 })
    let result = try Patience.during(
      StartProgress(told.notification), told.notification, log: log, every: .milliseconds(1)
    ) { () throws(CallbookError) in
      while told.all.count < 3 { sched_yield() }
      return 7
    }
    #expect(result == 7)
    let after = told.all
    #expect(after.first == "STATUS=opening the store")
    #expect(Set(after.dropFirst()) == ["EXTEND_TIMEOUT_USEC=30000000"])
    #expect(told.all == after, "nothing comes afterwards")
  }

  @Test func `an error of what is done comes through, and a deaf manager prevents nothing`() throws
  {
    let told = Told()
    told.answers(-ECONNREFUSED)
    let sink = RecordingSink()
    let log = try DaemonLog(sink: sink, monotonicMilliseconds: { 0 })
    #expect(throws: CallbookError.draining) {
      try Patience.during(StartProgress(told.notification), told.notification, log: log) {
        () throws(CallbookError) in
        throw CallbookError.draining
      }
    }
    #expect(log.finish() && sink.of("manager_unreachable").count == 1)
  }

  @Test func `the status says each phase as it begins, and how far it is at every turn`() throws {
    let told = Told()
    let progress = StartProgress(told.notification)
    try progress.tell()
    for step in [
      OpeningStep.rescuingLog(copiedBytes: 0, of: 200), .rescuingLog(copiedBytes: 100, of: 200),
    ] { progress.note(step) }
    try progress.tell()
    try progress.tell()
    for step in [OpeningStep.migrating(to: 9), .copyingLog] { progress.note(step) }
    try progress.tell()
    let recovering = "STATUS=recovering after a crash: "
    #expect(
      told.all == [
        "STATUS=opening the store", recovering + "reading the log",
        recovering + "reading the log, 50 %", "STATUS=bringing the store to schema 9",
        recovering + "copying the log into the store",
      ])
  }
}
