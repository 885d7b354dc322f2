import CallbookModel
internal import GRDB

/// Opens the store for writing, brings its schema up to date and asserts what durability rests on.
enum WriterConnection {
  static func open(
    _ path: String, _ opening: (OpeningStep) -> Void = { _ in }
  ) throws(CallbookError) -> DatabaseQueue {
    _ = SQLiteSetup.isDone
    var configuration = Configuration()
    configuration.label = "callbook.writer"
    configuration.foreignKeysEnabled = true
    // Not `journalMode = .wal`: with it GRDB sets synchronous=NORMAL after this closure, and
    // acknowledged changes would be lost at a power cut.
    configuration.prepareDatabase { database in
      for pragma in pragmas { try database.execute(sql: "PRAGMA \(pragma)") }
    }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.inDatabase { database in
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        guard version <= Migrations.newest else { throw CallbookError.newerStore(version) }
        if version < Migrations.newest { opening(.migrating(to: Migrations.newest)) }
      }
      try Migrations.migrator.migrate(queue)
      try queue.inDatabase { try assertDurability(of: $0) }
      return queue
    } catch let error as CallbookError {
      throw error
    } catch let error as DatabaseError {
      throw SQLFailure.error(code: error.extendedResultCode.rawValue)
    } catch {
      throw CallbookError(.internal, "the store could not be opened")
    }
  }

  /// Refuses to serve on settings that would lose acknowledged changes or keep erased bytes.
  static func assertDurability(of database: Database) throws {
    for (pragma, expected) in required {
      let actual = try String.fetchOne(database, sql: "PRAGMA \(pragma)") ?? "nothing"
      guard actual == expected else {
        throw CallbookError(
          .storeUnwritable, "the store's \(pragma) is \(actual) where \(expected) is needed",
          hint: "ls -l; a file system without shared memory cannot hold the store")
      }
    }
  }

  private static let required = [
    ("journal_mode", "wal"), ("synchronous", "2"), ("secure_delete", "1"), ("foreign_keys", "1"),
    ("wal_autocheckpoint", "0"),
  ]

  private static let pragmas = [
    "journal_mode = WAL", "synchronous = FULL", "secure_delete = ON",
    // Else REPLACE would delete an entry of the ledger without asking its trigger.
    "recursive_triggers = ON",
    // Checkpoints are explicit: the automatic one swallows errors and stalls a commit.
    "wal_autocheckpoint = 0",
    // Else sorting could write personal values to a file outside the state directory.
    "temp_store = MEMORY",
    // In KiB: the indexes of a busy import fit, idle memory stays small.
    "cache_size = -8192",
  ]
}

extension CallbookError {
  static func newerStore(_ version: Int) -> CallbookError {
    CallbookError(
      .storeNewer,
      "the store has schema \(version), this callbookd knows up to \(Migrations.newest); it was left untouched",
      hint: "apt install callbook")
  }
}
