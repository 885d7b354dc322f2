import CallbookModel
import Testing

@testable import CallbookStore

struct SchemaTests {
  @Test func `the schema is the one that was reviewed`() throws {
    let store = try TestStore()
    let sql = try SQLConnection(readingStoreAt: store.path)
    let statements = try sql.all(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'grdb_%' ORDER BY name",
      { _ in }, { $0.text(0) })
    try expectGolden(statements.map { $0 + ";\n" }.joined(separator: "\n"), "schema.sql")
  }

  @Test func `every table is strict`() throws {
    let store = try TestStore()
    let sql = try SQLConnection(readingStoreAt: store.path)
    let loose = try sql.all(
      """
      SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND strict = 0
        AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%'
      """, { _ in }, { $0.text(0) })
    #expect(loose == [])
  }

  /// docs/decisions/0007-words-two-by-two.md
  @Test func `no row is checked by way of a table in memory`() throws {
    let store = try TestStore()
    let sql = try SQLConnection(readingStoreAt: store.path)
    let tables = try sql.all(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
      { _ in }, { $0.text(0) })
    #expect(tables.contains("contact"))
    for table in tables {
      let program = try sql.prepare(composed: "EXPLAIN INSERT INTO \(table) DEFAULT VALUES")
      let steps = try sql.all(program, { _ in }, { $0.text(1) })
      #expect(steps.contains("Insert") || steps.contains("IdxInsert"), "\(table)")
      #expect(!steps.contains("OpenEphemeral"), "\(table): more than two words in a list")
    }
  }

  @Test func `every column is declared, once, and no other`() throws {
    let store = try TestStore()
    let sql = try SQLConnection(readingStoreAt: store.path)
    let stored = try sql.all(
      """
      SELECT t.name || '.' || c.name FROM pragma_table_list t, pragma_table_info(t.name) c
      WHERE t.schema = 'main' AND t.type = 'table'
        AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE 'grdb_%'
      """, { _ in }, { $0.text(0) })
    let declared = ColumnDeclaration.all.map { "\($0.table).\($0.column)" }
    #expect(declared.count == Set(declared).count)
    #expect(Set(stored).subtracting(declared) == [], "columns without a declaration")
    #expect(Set(declared).subtracting(stored) == [], "declarations without a column")
  }

  @Test func `a new store says which schema it has`() throws {
    let store = try TestStore()
    let sql = try SQLConnection(readingStoreAt: store.path)
    #expect(
      try sql.first("PRAGMA user_version") { $0.integer(0) } == Int64(Migrations.newest))
    #expect(try sql.first("SELECT count(*) FROM store") { $0.integer(0) } == 1)
    #expect(try sql.first("SELECT region FROM shop") { $0.text(0) } == "CN")
  }
}
