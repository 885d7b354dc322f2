import CallbookModel
internal import GRDB

/// The schema's numbered steps. A store remembers which of them it has had.
enum Migrations {
  /// Each runs once, in this order; one that was released is never edited.
  private static let scripts = [
    Migration001.script, Migration002.script, Migration003.script, Migration004.script,
    Migration005.script, Migration006.script, Migration007.script, Migration008.script,
    Migration009.script, Migration010.script, Migration011.script, Migration012.script,
    Migration013.script, Migration014.script, Migration015.script,
  ]

  /// The number of the newest migration that this program knows.
  static let newest = scripts.count

  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    for (place, script) in scripts.enumerated() {
      let number = place + 1
      let name = String(number)
      migrator.registerMigration(String(repeating: "0", count: 3 - name.count) + name) { database in
        try database.execute(sql: script)
        try database.execute(sql: "PRAGMA user_version = \(number)")
      }
    }
    return migrator
  }()
}
