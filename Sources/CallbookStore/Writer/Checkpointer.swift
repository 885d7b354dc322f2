import CLogBuffer
import CallbookModel
import Dispatch
internal import GRDBSQLite
import Synchronization

/// Copies the log into the store beside the commits, never in one.
///
/// A passive checkpoint in a thread of its own takes the stalls out of commits, but the log is only
/// started anew when nothing is left in it; so the writer finishes what little was added meanwhile.
final class Checkpointer: Sendable {
  static let pageBytes = 4096

  /// Below 128 MiB a checkpoint is not worth its syncs, unless told otherwise. The longer the log, the
  /// more often a page stands in it, of which only the last is copied.
  static let worthwhileBytes = 128 << 20
  /// What the writer may finish between two commits.
  static let smallBacklogPages = 200
  /// How much is copied before it is synced. A sync of everything at the end would have every commit
  /// beside it wait for thousands of pages that stand before its own in the disk's queue.
  static let syncedPages = 32

  /// What is to be done after a commit.
  enum Step: Equatable {
    case nothing
    /// Copy beside the commits.
    case start
    /// Copy the little that is left between two commits, so that the log is started anew.
    case finish
    /// Wait for the copying, then finish whatever is left.
    case catchUp
  }

  struct State {
    /// From how many pages on it copies.
    let worthwhilePages: Int
    var isRunning = false
    /// Pages of the log that the last passive checkpoint had copied.
    var copiedPages = 0
    /// After a failure, or where a reader holds the log: the length that is waited for, so that a
    /// full disk or a slow reader is not asked again at every commit.
    var patientUntilPages = 0
    /// How long the log was after the last commit.
    var logPages = 0

    /// From there on the writer waits: a big import would fill the disk with its log, because every
    /// commit of it adds more than a checkpoint beside it can leave behind.
    var mostPages: Int { Checkpointer.most(worthwhilePages) }

    /// Notes the length of the log: one that has become shorter was started anew.
    mutating func note(logPages pages: Int) {
      if pages < logPages {
        copiedPages = 0
        patientUntilPages = 0
      }
      logPages = pages
    }

    func step(logPages: Int) -> Step {
      guard logPages >= patientUntilPages else { return .nothing }
      if logPages >= mostPages { return .catchUp }
      let backlog = logPages - copiedPages
      if isRunning { return .nothing }
      if copiedPages > 0, backlog <= Checkpointer.backlog(ofLog: logPages) { return .finish }
      return backlog >= worthwhilePages ? .start : .nothing
    }
  }

  private let path: String
  private let queue = DispatchQueue(label: "callbook.checkpoint")
  private let state: Mutex<State>
  private let worthwhilePages: Int
  private let snapshots: KeptSnapshots
  private let failed: @Sendable (CallbookError) -> Void

  /// - Parameter logBytes: how long the log grows before it is copied.
  init(
    path: String, logBytes: Int = Checkpointer.worthwhileBytes, snapshots: KeptSnapshots,
    failed: @escaping @Sendable (CallbookError) -> Void
  ) {
    self.path = path
    worthwhilePages = logBytes / Self.pageBytes
    state = Mutex(State(worthwhilePages: worthwhilePages))
    self.snapshots = snapshots
    self.failed = failed
  }

  /// How long a log may become that grows by so much before it is copied.
  static func most(_ worthwhile: Int) -> Int { 2 * worthwhile }

  /// Has a log keep the room on the disk that it takes in turn, and give back what it took beyond.
  func keepRoom(on writer: SQLConnection) throws(CallbookError) {
    let bytes = Self.most(worthwhilePages) * Self.pageBytes
    try writer.execute(script: "PRAGMA journal_size_limit = \(bytes)")
  }

  /// Called by the writer after each commit, with the length of the log.
  func committed(logPages: Int, on writer: SQLConnection) {
    let (step, isNew) = state.withLock { state in
      let isNew = logPages < state.logPages
      if state.isRunning { state.logPages = logPages } else { state.note(logPages: logPages) }
      let step = state.step(logPages: logPages)
      if step == .start { state.isRunning = true }
      return (step, isNew)
    }
    // Held by nobody the log is begun anew by the first commit after all of it was copied.
    if step != .nothing { snapshots.giveBack() } else if isNew { snapshots.allow() }
    switch step {
    case .nothing: break
    case .start: queue.async { self.checkpoint(logPages: logPages) }
    case .finish: finish(on: writer)
    case .catchUp:
      waitUntilIdle()
      finish(on: writer)
    }
  }

  /// Returns once no checkpoint is running.
  func waitUntilIdle() { queue.sync {} }

  /// A longer log lets the writer finish more, or a writer at full speed would never catch up.
  static func backlog(ofLog pages: Int) -> Int { max(smallBacklogPages, pages / 8) }

  /// Copies until little is left: each pass takes less time than the one before, and so leaves less
  /// behind. What is left then is for the writer, who waits for it.
  private func checkpoint(logPages: Int) {
    var copied = 0
    var patientUntil = 0
    do {
      // A connection for each run: it is opened some times a minute at most, and an idle one would
      // keep its page cache.
      let sql = try SQLConnection(checkpointing: path)
      var backlog = logPages
      while true {
        copied = try sql.checkpoint(SQLITE_CHECKPOINT_PASSIVE).copied
        let left = state.withLock(\.logPages) - copied
        guard left > Self.smallBacklogPages, left <= backlog - backlog / 8 else { break }
        backlog = left
      }
    } catch {
      report(error)
      patientUntil = logPages + worthwhilePages
    }
    let isAllCopied = state.withLock { [copied, patientUntil] state in
      state.patientUntilPages = patientUntil
      state.isRunning = false
      state.copiedPages = copied
      return copied == state.logPages
    }
    // A snapshot that is taken now needs nothing of the log.
    if isAllCopied { snapshots.allow() }
  }

  /// A store that is busy for a moment, such as while its log is being started anew, is asked again
  /// later; anything else is told.
  private func report(_ error: CallbookError) {
    if error.reason != .queueFull { failed(error) }
  }

  private func finish(on writer: SQLConnection) {
    var patientUntil = 0
    do {
      let (log, copied) = try writer.checkpoint(SQLITE_CHECKPOINT_PASSIVE)
      if copied < log { patientUntil = log + Self.most(worthwhilePages) / 8 }
    } catch {
      report(error)
      patientUntil = writer.logPages + worthwhilePages
    }
    state.withLock { [patientUntil] state in
      state.copiedPages = 0
      state.patientUntilPages = patientUntil
    }
  }
}

extension SQLConnection {
  /// Opens a connection that copies the log.
  convenience init(checkpointing path: String) throws(CallbookError) {
    try self.init(opening: path, SQLITE_OPEN_READWRITE)
    try takePlace()
    // Else the checkpoint would not sync the store before the log may be overwritten.
    try execute(script: "PRAGMA synchronous = FULL")
    let bytes = CInt(Checkpointer.syncedPages * Checkpointer.pageBytes)
    let code = callbook_pace_store(UnsafeMutableRawPointer(handle), bytes)
    guard code == SQLITE_OK else { throw SQLFailure.error(code: code) }
  }

  /// - Returns: the pages that the log holds and those of them that are in the store now.
  func checkpoint(_ mode: CInt) throws(CallbookError) -> (log: Int, copied: Int) {
    var log: CInt = 0
    var copied: CInt = 0
    let code = sqlite3_wal_checkpoint_v2(handle, nil, mode, &log, &copied)
    // Busy: readers or another checkpoint hold a part of the log; the rest waits for the next time.
    guard code == SQLITE_OK || code & 0xFF == SQLITE_BUSY else {
      throw SQLFailure.error(code: code)
    }
    return (Int(log), Int(copied))
  }
}
