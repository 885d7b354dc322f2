import CallbookModel
import CallbookTesting
import Testing

@testable import CallbookStore

/// Backups that a conversation cannot have: two at once, and one of a later version.
struct BackupErrorTests {
  static func answers(_ record: DispatchRecord) throws -> [WireValue] {
    let shop = try TestShop(record: record)
    let root = shop.connect()
    let made = try root.result("backup.create", "{}")
    let name = try #require(made["name"]?.text)
    let (begun, ended, done) = (Signal(), Signal(), Signal())
    _ = shop.store.backups.offer(
      { _ throws(CallbookError) in
        begun.send()
        ended.wait(seconds: 20)
      }, completion: { _ in done.send() })
    begun.wait(seconds: 20)
    let whileBusy = try ["backup.create", "backup.verify"].map { try root.call($0, "{}") }
    ended.send()
    done.wait(seconds: 20)
    try SQLConnection(checkpointing: "\(shop.store.directory.backups)/\(name)")
      .execute(script: "PRAGMA user_version = 9999")
    return whileBusy + [try root.call("backup.verify", "{}")]
  }

  @Test func `two at once are refused, and what a later version made`() throws {
    let reasons = try Self.answers(DispatchRecord()).map { $0["error"]?["data"]?["reason"]?.text }
    #expect(reasons == ["BACKUP_RUNNING", "BACKUP_RUNNING", "STORE_NEWER"])
  }
}
