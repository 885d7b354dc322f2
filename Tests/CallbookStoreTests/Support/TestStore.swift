import CFaults
import CallbookModel
import CallbookTesting
import Dispatch
import GRDBSQLite
import Glibc
import Synchronization

@testable import CallbookStore

/// A store in a directory of its own that can be closed and opened again.
final class TestStore {
  let directory: TestDirectory
  let clock: TestServices
  let observer = EventObserver()
  private var opened: Store?
  /// Short mostly, so that a test of some thousand rows sees checkpoints.
  private let logBytes: Int

  var store: Store {
    guard let opened else { preconditionFailure("the store is closed") }
    return opened
  }

  init(
    in directory: TestDirectory? = nil, seed: UInt64 = 1, subjects: SubjectKinds = .all,
    shippedYears: [Int: WorkYear] = WorkYear.shipped, logBytes: Int = 4 << 20
  ) throws {
    faults_install()
    let place = try directory ?? TestDirectory()
    self.directory = place
    self.logBytes = logBytes
    clock = TestServices(seed: seed, subjects: subjects, shippedYears: shippedYears)
    opened = try open()
  }

  private func open() throws(CallbookError) -> Store {
    try Store(
      in: StateDirectory(locking: directory.path), services: clock.services, observer: observer,
      logBytes: logBytes)
  }

  /// Ends this life of the store and begins another, if need be with something in between.
  ///
  /// - Parameter shippedYears: what the release knows that opens it; nil for the same.
  func reopen(
    shippedYears: [Int: WorkYear]? = nil, _ between: () throws -> Void = {}
  ) throws {
    opened?.close()
    opened = nil
    try awaitLock()
    try between()
    if let shippedYears { clock.shippedYears.withLock { $0 = shippedYears } }
    opened = try open()
  }

  /// Within one process the threads of the last life may still be letting go of it.
  private func awaitLock() throws(CallbookError) {
    for _ in 0..<2000 {
      do throws(CallbookError) {
        _ = try StateDirectory(locking: directory.path)
        return
      } catch {
        guard error.reason == .storeInUse else { throw error }
        sched_yield()
      }
    }
  }

  /// Waits until nobody reads what only the log has, as the first filling of the names does, and
  /// leaves nothing in it to copy.
  func emptyLog(by sql: SQLConnection) throws(CallbookError) {
    while true {
      let (log, copied) = try sql.checkpoint(SQLITE_CHECKPOINT_PASSIVE)
      if log == copied { return }
      sched_yield()
    }
  }

  deinit {
    opened?.close()
  }

  var path: String { directory.file("callbook.db") }

  /// One change, answered.
  @discardableResult
  func change(
    key: String? = nil, params: [UInt8] = [], isDryRun: Bool = false, deadline: Int64? = nil,
    _ work: @escaping WriteJob.Work
  ) throws(CallbookError) -> [UInt8] {
    try changes([
      (key.map { IdempotencyKey(key: $0, params: params) }, isDryRun, deadline, work)
    ])[0].get()
  }

  /// Adds a person and gives its id.
  @discardableResult
  func add(_ name: String, key: String? = nil) throws(CallbookError) -> ContactID {
    let reply = try change(key: key) { store throws(CallbookError) in
      try store.addPerson(name)
    }
    return try id(in: reply)
  }

  func id(in reply: [UInt8]) throws(CallbookError) -> ContactID {
    guard let number = Int64(String(decoding: reply, as: UTF8.self)) else {
      throw CallbookError(.internal, "the reply is no number")
    }
    return ContactID(number)
  }

  typealias Change = (
    key: IdempotencyKey?, isDryRun: Bool, deadline: Int64?, work: WriteJob.Work
  )

  /// Several changes that are handed over together; their answers in the same order.
  func changes(_ changes: [Change]) -> [Result<[UInt8], CallbookError>] {
    let answers = Answers(count: changes.count)
    for (place, change) in changes.enumerated() {
      store.submit(
        WriteJob(
          actor: LedgerEntry.Actor(uid: 0, pid: 1, user: nil), method: "test.change",
          idempotency: change.key, isDryRun: change.isDryRun, deadline: change.deadline,
          work: change.work, completion: { answers.put($0, at: place) }))
    }
    return answers.wait()
  }

  func read<Value>(
    _ body: (ReadTransaction) throws(CallbookError) -> Value
  ) throws(CallbookError) -> Value {
    let reader = try store.makeReader()
    let value = try body(reader.snapshot())
    try reader.endSnapshot()
    return value
  }

  /// The names of all contacts by their numbers, read by a connection of its own.
  func contacts() throws(CallbookError) -> [Int64: String] {
    let sql = try SQLConnection(readingStoreAt: path)
    let rows = try sql.all("SELECT id, name FROM contact", { _ in }) {
      ($0.integer(0), $0.text(1))
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// Changes the closed or open store behind the program's back.
  func tamper(_ script: String) throws(CallbookError) {
    try SQLConnection(checkpointing: path).execute(script: script)
  }
}

extension WriteTransaction {
  /// - Returns: the number of the new contact, as a reply.
  func addPerson(_ name: String) throws(CallbookError) -> [UInt8] {
    var contact = Contact(
      id: nextContactID(), uuid: newUniqueID(), kind: .person, name: name, createdAt: at,
      updatedAt: at)
    contact.points = [
      ContactPoint(
        id: nextPointID(), kind: .email, value: "c\(contact.id.number)@example.com",
        normal: "c\(contact.id.number)@example.com")
    ]
    try insert(contact)
    return Array(String(contact.id.number).utf8)
  }
}

/// Answers that arrive on another thread; each place takes one only.
final class Answers: Sendable {
  private let results: Mutex<[Result<[UInt8], CallbookError>?]>
  private let doubled = Atomic<Int>(0)
  private let group = DispatchGroup()

  init(count: Int) {
    results = Mutex(Array(repeating: nil, count: count))
    for _ in 0..<count { group.enter() }
  }

  func put(_ result: Result<[UInt8], CallbookError>, at place: Int) {
    let isFirst = results.withLock { results in
      defer { results[place] = result }
      return results[place] == nil
    }
    if isFirst { group.leave() } else { doubled.add(1, ordering: .relaxed) }
  }

  /// How many answers came for something that was answered already.
  var doubledCount: Int { doubled.load(ordering: .relaxed) }

  func wait() -> [Result<[UInt8], CallbookError>] {
    let isComplete = group.wait(timeout: .now() + .seconds(30)) == .success
    let missing = CallbookError(.internal, "no answer came")
    return results.withLock { results in
      results.map { result in isComplete ? result ?? .failure(missing) : .failure(missing) }
    }
  }
}

/// The work of a change that adds a person.
func adding(_ name: String) -> WriteJob.Work {
  { store throws(CallbookError) in try store.addPerson(name) }
}
