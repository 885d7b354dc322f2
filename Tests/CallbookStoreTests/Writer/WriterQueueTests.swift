import CallbookModel
import CallbookTesting
import Dispatch
import Testing

@testable import CallbookStore

/// Every job is answered once, whatever happens to the writer.
struct WriterQueueTests {
  private func job(_ answers: Answers, _ place: Int, _ work: @escaping WriteJob.Work) -> WriteJob {
    WriteJob(
      actor: LedgerEntry.Actor(uid: 0, pid: 1, user: nil), method: "test.add", work: work,
      completion: { answers.put($0, at: place) })
  }

  @Test func `a full queue refuses and what waits is done`() throws {
    let store = try TestStore()
    let gate = DispatchSemaphore(value: 0)
    let count = Store.mostWaitingChanges + 300
    let answers = Answers(count: count)
    store.store.submit(
      job(answers, 0) { store throws(CallbookError) in
        gate.wait()
        return try store.addPerson("first")
      })
    for place in 1..<count {
      store.store.submit(job(answers, place) { _ throws(CallbookError) in [] })
    }
    gate.signal()
    let results = answers.wait()
    let refused = results.filter { $0 == .failure(.tooManyChanges) }.count
    #expect(refused > 0 && refused <= 300)
    #expect(CallbookError.tooManyChanges.reason == .queueFull)
    #expect(results.count { (try? $0.get()) != nil } == count - refused)
    #expect(answers.doubledCount == 0)
  }

  @Test func `what waits when the store closes is still done, what comes later is told so`() throws
  {
    let store = try TestStore()
    let answers = Answers(count: 50)
    for place in 0..<49 { store.store.submit(job(answers, place, adding("A"))) }
    store.store.close()
    store.store.submit(job(answers, 49, adding("B")))
    let results = answers.wait()
    for result in results.dropLast() { _ = try result.get() }
    #expect(results.last == .failure(.stopping))
    #expect(try store.contacts().count == 49)
  }

  @Test func `a writer that cannot begin answers everybody`() throws {
    let queue = JobQueue<WriteJob>(capacity: 10)
    let directory = try TestDirectory()
    let state = try StateDirectory(locking: directory.path)
    let observer = EventObserver()
    let health = HealthState(.ready) { observer.healthChanged($0) }
    let shared = ReadingMemory { _ in nil }
    let writer = Writer(
      directory: state, instance: UniqueID(high: 1, low: 2), queue: queue, turns: TurnCount(),
      counts: CommitCounts(), services: TestServices().services,
      health: health,
      committed: CommitSink(
        names: shared.names, tail: LedgerTail(seq: 0, hash: []), schedule: ScheduleState(),
        planning: Planning(policy: Policy(), calendar: .unused, revision: 1),
        observer: observer), shared: shared, continuity: try ContinuityLog(in: state),
      check: PageCheck(in: state),
      checkpointer: Checkpointer(path: state.store, snapshots: KeptSnapshots()) {
        observer.checkpointFailed($0)
      },
      observer: observer)
    let answers = Answers(count: 3)
    for place in 0..<3 { _ = queue.offer(job(answers, place) { _ throws(CallbookError) in [] }) }
    queue.close()
    try write([], to: directory.file("empty.db"))
    // An empty file has no ledger to go on from.
    writer.serve(try SQLConnection(checkpointing: directory.file("empty.db")))
    for result in answers.wait() { #expect(result == .failure(.changesStopped)) }
    #expect(health.current == .failed)
    #expect(observer.events == ["writer INTERNAL"])
  }

  @Test func `a long read is answered once and the next goes on`() throws {
    let store = try TestStore()
    try store.add("A")
    let answers = Answers(count: 20)
    for place in 0..<20 {
      store.store.read { result in
        answers.put(
          result.map { transaction in
            // A disk that fails can end a transaction by itself.
            if place % 3 == 0 { _ = try? transaction.sql.execute(script: "ROLLBACK") }
            return []
          }, at: place)
      }
    }
    for answer in answers.wait() { _ = try answer.get() }
    #expect(answers.doubledCount == 0)
  }
}
