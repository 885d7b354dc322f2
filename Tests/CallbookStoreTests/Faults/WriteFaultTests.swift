import CFaults
import CallbookModel
import CallbookTesting
import GRDBSQLite
import Testing

@testable import CallbookStore

/// Every write and every sync of a run fails once, one run each, until a run is clean.
struct WriteFaultTests {
  /// What the disk does, and what SQLite makes of it.
  enum Fault: CaseIterable {
    case full, writeError, syncError, lastingWriteError, lastingSyncError

    var operation: faults_operation {
      switch self {
      case .full, .writeError, .lastingWriteError: faults_write
      case .syncError, .lastingSyncError: faults_sync
      }
    }

    var code: CInt {
      switch self {
      case .full: SQLITE_FULL
      case .writeError, .lastingWriteError: SQLITE_IOERR | 3 << 8
      case .syncError, .lastingSyncError: SQLITE_IOERR | 4 << 8
      }
    }

    var isLasting: Bool { self == .lastingWriteError || self == .lastingSyncError }
  }

  @Test(arguments: Fault.allCases)
  func `no answer is ever wrong, whichever call fails`(_ fault: Fault) throws {
    var runs = 0
    for call in 1...400 {
      let run = try FaultRun(fault, call: call)
      try run.verify()
      runs = call
      if !run.wasHit { break }
    }
    #expect(runs > 5, "the faults reached the store")
    #expect(runs < 400, "a run without a fault came")
  }

  @Test func `a full disk refuses changes clearly, reads go on, and it heals without a restart`()
    throws
  {
    let directory = try TestDirectory()
    let plan = faults_attach(directory.path)
    let store = try TestStore(in: directory)
    try store.add("A")
    faults_arm(plan, faults_write, 1, SQLITE_FULL, 1)
    for _ in 0..<3 {
      let error = #expect(throws: CallbookError.self) { try store.add("B") }
      #expect(error?.reason == .diskFull)
      #expect(error?.committed == .no)
      #expect(error?.kind.isRetryable == true)
      #expect(store.store.state == .full)
      #expect(
        try store.read { read throws(CallbookError) in try read.contact(ContactID(1)).name } == "A")
    }
    try store.change(isDryRun: true) { _ throws(CallbookError) in [] }
    #expect(store.store.state == .full, "what writes nothing proves nothing")
    faults_disarm(plan)
    #expect(try store.add("C") == ContactID(2))
    #expect(store.store.state == .ready)
    #expect(try store.contacts() == [1: "A", 2: "C"])
    store.store.close()
    #expect(store.observer.events == ["full", "ready", "closed at 2"])
  }

  @Test(arguments: [Fault.syncError, .writeError])
  func `after a commit in doubt changes stop until the store is opened again`(_ fault: Fault) throws
  {
    let directory = try TestDirectory()
    let plan = faults_attach(directory.path)
    do {
      let store = try TestStore(in: directory)
      try store.add("A")
      faults_arm(plan, fault.operation, 1, fault.code, 0)
      let error = #expect(throws: CallbookError.self) { try store.add("B", key: "b") }
      #expect(error?.reason == .commitUnknown)
      #expect(error?.committed == .unknown)
      #expect(faults_hits(plan) == 1)
      let later = #expect(throws: CallbookError.self) { try store.add("C") }
      #expect(later?.reason == .storeFailing)
      #expect(later?.committed == .no)
      #expect(store.store.state == .failed)
      #expect(
        try store.read { read throws(CallbookError) in try read.contact(ContactID(1)).name } == "A")
      store.store.close()
      #expect(store.observer.events == ["failed"])
    }
    let store = try TestStore(in: directory)
    // The same request with the same key settles it.
    let settled = try store.add("B", key: "b")
    #expect(try store.contacts() == [1: "A", settled.number: "B"])
  }
}

/// Twelve changes, in batches, of which one call of the operating system's fails.
private struct FaultRun {
  let wasHit: Bool
  private let fault: WriteFaultTests.Fault
  private let call: Int
  private var yes: [String] = []
  private var no: [String] = []
  private let directory: TestDirectory

  init(_ fault: WriteFaultTests.Fault, call: Int) throws {
    self.fault = fault
    self.call = call
    directory = try TestDirectory()
    let plan = faults_attach(directory.path)
    let store = try TestStore(in: directory)
    faults_arm(plan, fault.operation, call, fault.code, fault.isLasting ? 1 : 0)
    for batch in 0..<6 {
      let names = (0..<2).map { "N\(batch).\($0)" }
      let answers = store.changes(
        names.map { name in (nil, false, nil, adding(name)) })
      for (name, answer) in zip(names, answers) {
        switch answer {
        case .success: yes.append(name)
        case .failure(let error): if error.committed == .no { no.append(name) }
        }
      }
      // Readers see what was answered as done, also while the disk fails.
      #expect(Set(try store.contacts().values).isSuperset(of: yes), "\(fault), call \(call)")
    }
    wasHit = faults_hits(plan) > 0
    // The process ends here: what it still tries to write does not count.
    if fault.isLasting == false { faults_disarm(plan) }
    store.store.close()
    faults_disarm(plan)
  }

  func verify() throws {
    let store = try TestStore(in: directory)
    let there = Set(try store.contacts().values)
    #expect(there.isSuperset(of: yes), "\(fault), call \(call): an answered change is lost")
    #expect(there.isDisjoint(with: no), "\(fault), call \(call): an undone change is there")
    let verdict = try store.read { read throws(CallbookError) in try read.verifyLedger() }
    #expect(verdict.problems == [], "\(fault), call \(call)")
    #expect(verdict.checked == Int64(there.count), "\(fault), call \(call)")
    try store.add("after")
  }
}
