package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Makes a copy of the whole register and checks it, while everybody works on.
package struct CreateBackup: BackupRequest {
  package static let method = "backup.create"
  package static let summary =
    "Makes a copy of the whole register and checks it, while everybody works on."
  package static let permission = Permission.roles(.admin, caretaker: true)
  package static let errors: [Reason] = [.backupRunning]
  package static let examples = [RequestExample("Now", "{}")]

  package init() {}

  package func run(on backups: Backups) throws(CallbookError) -> CreatedBackup {
    let backup = try backups.create()
    return CreatedBackup(
      name: backup.name.description, bytes: backup.bytes, madeAt: backup.name.madeAt,
      seq: backup.name.seq, head: KnownHead(backup.head).head, milliseconds: backup.milliseconds)
  }
}

/// A backup that was made just now.
package struct CreatedBackup: Codable, Sendable, Equatable {
  /// The file's name, in `backups` of the daemon's state directory.
  package let name: String
  package let bytes: Int
  /// It holds what was committed by then.
  package let madeAt: Instant
  /// The newest entry of its ledger.
  package let seq: Int64
  /// The same entry as SEQ:HASH.
  package let head: String
  /// How long it took, with the check.
  package let milliseconds: Int64

  private enum CodingKeys: String, CodingKey {
    case name, bytes, seq, head
    case madeAt = "made_at"
    case milliseconds = "took_ms"
  }
}
