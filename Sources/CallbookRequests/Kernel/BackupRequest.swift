package import CallbookModel
package import CallbookStore

/// A request that makes or checks a copy of the store. It runs on the thread for that, one at a time, and
/// changes nothing of the register.
package protocol BackupRequest: PermittedRequest {
  associatedtype Reply
  func run(on backups: Backups) throws(CallbookError) -> Reply
}
