import CallbookModel
import CallbookTesting
import Glibc
import Testing

@testable import CallbookStore

/// The script in `docs/ledger.md` is run as it stands there.
struct LedgerDocumentTests {
  private func script() throws -> String {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let text = String(decoding: bytes(of: "/\(root)/docs/ledger.md"), as: UTF8.self)
    let after = try #require(text.split(separator: "```python\n").last)
    return String(try #require(after.split(separator: "```").first))
  }

  /// - Returns: whether it found nothing wrong.
  private func runScript(on store: TestStore) throws -> Bool {
    let directory = try TestDirectory()
    try write(script().utf8, to: directory.file("check.py"))
    let command = "python3 \(directory.file("check.py")) \(store.path) >/dev/null 2>&1"
    return withExtendedLifetime(directory) { system(command) == 0 }
  }

  /// A script that cannot run finds everything wrong, and would pass a test of what it finds.
  @Test func `the script agrees with the program`() throws {
    let store = try TestStore()
    try RandomOperations(seed: 9).run(60, on: store)
    #expect(try runScript(on: store))
    try store.change { store throws(CallbookError) in
      try store.record("contact.erased", .contact(ContactID(1)), [])
      return []
    }
    try store.tamper("DELETE FROM detail WHERE seq = 1")
    #expect(try runScript(on: store))
  }

  @Test(
    arguments: [
      "UPDATE ledger SET pid = 9 WHERE seq = 4", "DELETE FROM ledger WHERE seq = 4",
      "UPDATE detail SET value = '[]' WHERE seq = 2", "DELETE FROM detail WHERE seq = 2",
    ])
  func `the script finds what was tampered with`(_ change: String) throws {
    let store = try TestStore()
    for number in 1...6 { try store.add("C \(number)") }
    try store.tamper(
      """
      DROP TRIGGER ledger_is_not_updated; DROP TRIGGER ledger_is_not_deleted;
      PRAGMA foreign_keys = OFF; \(change)
      """)
    #expect(try runScript(on: store) == false)
  }
}
