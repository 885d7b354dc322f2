import CallbookModel
internal import GRDB

/// The schema's numbered steps. A store remembers which of them it has had.
enum Migrations {
  /// The number of the newest migration that this program knows.
  static let newest = 8

  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("001") { database in
      try database.execute(sql: Migration001.script)
      try database.execute(sql: "PRAGMA user_version = 1")
    }
    migrator.registerMigration("002") { database in
      try database.execute(sql: Migration002.script)
      try database.execute(sql: "PRAGMA user_version = 2")
    }
    migrator.registerMigration("003") { database in
      try database.execute(sql: Migration003.script)
      try database.execute(sql: "PRAGMA user_version = 3")
    }
    migrator.registerMigration("004") { database in
      try database.execute(sql: Migration004.script)
      try database.execute(sql: "PRAGMA user_version = 4")
    }
    migrator.registerMigration("005") { database in
      try database.execute(sql: Migration005.script)
      try database.execute(sql: "PRAGMA user_version = 5")
    }
    migrator.registerMigration("006") { database in
      try database.execute(sql: Migration006.script)
      try database.execute(sql: "PRAGMA user_version = 6")
    }
    migrator.registerMigration("007") { database in
      try database.execute(sql: Migration007.script)
      try database.execute(sql: "PRAGMA user_version = 7")
    }
    migrator.registerMigration("008") { database in
      try database.execute(sql: Migration008.script)
      try database.execute(sql: "PRAGMA user_version = 8")
    }
    return migrator
  }()
}
