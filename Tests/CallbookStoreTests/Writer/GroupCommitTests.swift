import CFaults
import CallbookModel
import CallbookTesting
import Synchronization
import Testing

@testable import CallbookStore

struct GroupCommitTests {
  private static let refused = CallbookError(.wrongState, "no")

  private func change(_ name: String, fails: Bool = false) -> TestStore.Change {
    (
      nil, false, nil,
      { store throws(CallbookError) in
        let reply = try store.addPerson(name)
        if fails { throw Self.refused }
        return reply
      }
    )
  }

  @Test func `one failing request is rolled back alone and its numbers are given out again`() throws
  {
    let store = try TestStore()
    let answers = store.changes([change("A"), change("B", fails: true), change("C")])
    #expect(try store.id(in: answers[0].get()) == ContactID(1))
    #expect(answers[1] == .failure(Self.refused))
    #expect(try store.id(in: answers[2].get()) == ContactID(2))
    #expect(try store.contacts() == [1: "A", 2: "C"])
    #expect(store.store.headSeq == 2)
  }

  @Test func `changes are committed in the order in which they were handed over`() throws {
    let store = try TestStore()
    let answers = store.changes((0..<600).map { change("N\($0)") })
    #expect(try answers.map { try store.id(in: $0.get()).number } == Array(1...600))
    let names = try store.contacts()
    for number in 0..<600 { #expect(names[Int64(number + 1)] == "N\(number)") }
  }

  @Test func `nobody is answered before the commit is synced`() throws {
    let directory = try TestDirectory()
    let plan = faults_attach(directory.path)
    let store = try TestStore(in: directory)
    for _ in 0..<20 {
      let before = faults_count(plan, faults_sync)
      let atAnswer = Mutex<[Int]>([])
      let answers = Answers(count: 3)
      for place in 0..<3 {
        store.store.submit(
          WriteJob(
            actor: LedgerEntry.Actor(uid: 0, pid: 1, user: nil), method: "test.add",
            work: { store throws(CallbookError) in try store.addPerson("N") },
            completion: { result in
              atAnswer.withLock { $0.append(faults_count(plan, faults_sync)) }
              answers.put(result, at: place)
            }))
      }
      for answer in answers.wait() { _ = try answer.get() }
      #expect(atAnswer.withLock { $0 }.allSatisfy { $0 > before })
    }
  }

  @Test func `changes that wait together share a sync`() throws {
    let directory = try TestDirectory()
    let plan = faults_attach(directory.path)
    let store = try TestStore(in: directory)
    let before = faults_count(plan, faults_sync)
    for answer in store.changes((0..<500).map { change("N\($0)") }) { _ = try answer.get() }
    #expect(faults_count(plan, faults_sync) - before < 100)
  }

  @Test func `reads sync nothing`() throws {
    let directory = try TestDirectory()
    let plan = faults_attach(directory.path)
    let store = try TestStore(in: directory)
    try store.add("A")
    let before = (faults_count(plan, faults_sync), faults_count(plan, faults_write))
    for _ in 0..<50 {
      _ = try store.read { read throws(CallbookError) in try read.contact(ContactID(1)) }
    }
    #expect(faults_count(plan, faults_sync) == before.0)
    #expect(faults_count(plan, faults_write) == before.1)
  }

  @Test func `a dry run answers and leaves nothing`() throws {
    let store = try TestStore()
    try store.add("A")
    let reply = try store.change(key: "k", isDryRun: true) { store throws(CallbookError) in
      try store.addPerson("Ghost")
    }
    #expect(try store.id(in: reply) == ContactID(2))
    #expect(try store.contacts() == [1: "A"])
    #expect(store.store.headSeq == 1)
    #expect(
      try store.read { read throws(CallbookError) in read.contacts(named: "Ghost", limit: 5) } == []
    )
    #expect(try store.add("B", key: "k") == ContactID(2), "the key was not used up")
  }

  @Test func `a contact is found by name once its add was answered, a refused one never`() throws {
    let store = try TestStore()
    _ = store.changes([change("Zhang San"), change("Zhang Si", fails: true)])
    let hits = try store.read { read throws(CallbookError) in
      read.contacts(named: "Zhang", limit: 5)
    }
    #expect(hits.map(\.id) == [ContactID(1)])
  }

  @Test func `a key makes the same request one change`() throws {
    let store = try TestStore()
    #expect(try store.add("A", key: "k") == ContactID(1))
    #expect(try store.add("A", key: "k") == ContactID(1))
    let twice = store.changes([
      (IdempotencyKey(key: "m", params: []), false, nil, adding("B")),
      (IdempotencyKey(key: "m", params: []), false, nil, adding("B")),
    ])
    #expect(twice[0] == twice[1])
    #expect(try store.contacts() == [1: "A", 2: "B"])
    let error = #expect(throws: CallbookError.self) {
      try store.change(key: "k", params: [1], adding("C"))
    }
    #expect(error?.reason == .idempotencyMismatch)
  }

  @Test func `a key is forgotten after 72 hours and the table does not grow for ever`() throws {
    let store = try TestStore()
    for number in 0..<10 { try store.add("A", key: "old\(number)") }
    store.clock.pass(milliseconds: IdempotencyKey.keptMilliseconds + 1)
    for number in 0..<5 { try store.add("A", key: "new\(number)") }
    let sql = try SQLConnection(readingStoreAt: store.path)
    #expect(try sql.first("SELECT count(*) FROM idempotency") { $0.integer(0) } == 5)
  }

  @Test func `a failed request does not use up its key`() throws {
    let store = try TestStore()
    #expect(throws: CallbookError.self) {
      try store.change(key: "k") { _ throws(CallbookError) in throw Self.refused }
    }
    #expect(try store.add("A", key: "k") == ContactID(1))
  }

  @Test func `a deadline that passed before or while the request ran changes nothing`() throws {
    let store = try TestStore()
    let clock = store.clock
    clock.pass(milliseconds: 1000)
    let late: WriteJob.Work = { store throws(CallbookError) in
      clock.pass(milliseconds: 50)
      return try store.addPerson("Late")
    }
    for deadline: Int64 in [999, 1000, 1020] {
      let error = #expect(throws: CallbookError.self) {
        try store.change(deadline: deadline, late)
      }
      #expect(error?.reason == .deadlineExceeded)
    }
    #expect(try store.contacts() == [:])
    try store.change(deadline: 5000, late)
    #expect(try store.contacts() == [1: "Late"])
  }

  @Test func `a request that was taken back does not run`() throws {
    let store = try TestStore()
    let answers = Answers(count: 1)
    store.store.submit(
      WriteJob(
        actor: LedgerEntry.Actor(uid: 0, pid: 1, user: nil), method: "test.add",
        isCancelled: { true }, work: adding("A"),
        completion: { answers.put($0, at: 0) }))
    let error = #expect(throws: CallbookError.self) { try answers.wait()[0].get() }
    #expect(error?.reason == .cancelled)
    #expect(try store.contacts() == [:])
  }

  @Test func `no transaction is longer than its limit`() throws {
    let store = try TestStore()
    let clock = store.clock
    let slow: TestStore.Change = (
      nil, false, nil,
      { store throws(CallbookError) in
        clock.pass(milliseconds: GroupCommit.longestMilliseconds)
        return try store.addPerson("Slow")
      }
    )
    for answer in store.changes([slow, slow, slow, slow]) { _ = try answer.get() }
    let commits = store.store.commits.changes.histogram
    #expect(commits.count == 4 && commits.sum == 4)
  }
}
