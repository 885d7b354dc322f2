import CFaults
import CallbookModel
import CallbookTesting
import GRDBSQLite
import Testing

@testable import CallbookStore

/// Commits that wait for the disk while the next ones are made.
struct CommitSyncTests {
  /// So long that no checkpoint comes between: it syncs, too.
  private static let logBytes = 256 << 20

  @Test(arguments: [1, 2, 3, 5])
  func `after a failed sync nobody is told that a change was made`(_ call: Int) throws {
    let directory = try TestDirectory()
    let plan = faults_attach(directory.path)
    let store = try TestStore(in: directory, logBytes: Self.logBytes)
    try store.add("first", key: "first")
    faults_arm(plan, faults_sync, call, SQLITE_IOERR | 4 << 8, 0)
    var answers: [Result<[UInt8], CallbookError>] = []
    // Several groups are under way, and sooner or later one meets the sync that fails.
    while faults_hits(plan) == 0 {
      answers += store.changes((0..<600).map { (nil, false, nil, adding("N\($0)")) })
    }
    let firstFailure = try #require(answers.firstIndex { (try? $0.get()) == nil })
    for (place, answer) in answers.enumerated() {
      switch answer {
      case .success: #expect(place < firstFailure)
      case .failure(let error):
        let isInDoubt = error.reason == .commitUnknown && error.committed == .unknown
        let isRefused = error.reason == .storeFailing && error.committed == .no
        #expect(isInDoubt || isRefused)
      }
    }
    // Nothing is told to whoever follows the ledger either, though some of it may be read already.
    #expect(store.store.headSeq == Int64(firstFailure + 1))
    let told = try store.read { read throws(CallbookError) in
      try read.ledger(after: 0, upTo: store.store.headSeq, limit: 20_000)
    }
    #expect(told.map(\.seq) == Array(1...Int64(firstFailure + 1)))
    // A reply that was stored before is in doubt now like everything else: it may rest on what is.
    let again = #expect(throws: CallbookError.self) { try store.add("first", key: "first") }
    #expect(again?.reason == .storeFailing)
    #expect(store.observer.events == ["failed"])
  }

  @Test func `a log that is begun anew is synced before anything follows its head`() throws {
    let directory = try TestDirectory()
    let plan = faults_attach(directory.file("callbook.db-wal"))
    let store = try TestStore(in: directory)
    try store.add("A")
    let sql = try SQLConnection(checkpointing: store.path)
    let before = faults_count(plan, faults_sync)
    try store.add("B")
    #expect(faults_count(plan, faults_sync) == before + 1, "a commit is synced once")
    try store.emptyLog(by: sql)
    let anew = faults_count(plan, faults_sync)
    try store.add("C")
    #expect(faults_count(plan, faults_sync) == anew + 2, "the head and the commit")
    #expect(try store.contacts() == [1: "A", 2: "B", 3: "C"])
  }

  @Test func `answers come in the order of the commits, whoever syncs them`() throws {
    let store = try TestStore()
    for size in [1, 2, 1, 300, 1, 40] {
      let answers = store.changes((0..<size).map { (nil, false, nil, adding("N\($0)")) })
      let ids = try answers.map { try store.id(in: $0.get()).number }
      #expect(ids == Array(ids[0]..<ids[0] + Int64(size)))
      #expect(store.store.headSeq == ids.last)
    }
  }
}
