package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Lists the backups in the daemon's keeping, newest first.
package struct ListBackups: ReadRequest {
  package static let method = "backup.list"
  package static let summary = "Lists the backups in the daemon's keeping, newest first."
  package static let permission = Permission.roles(.admin, caretaker: true)
  package static let weight = ReadWeight.long
  package static let examples = [RequestExample("All", "{}")]

  package init() {}

  package func run(
    in store: ReadTransaction, _ environment: Environment
  ) throws(CallbookError) -> KeptBackups {
    KeptBackups(
      items: try environment.store.backups.list().map { backup in
        KeptBackup(
          name: backup.name.description, bytes: backup.bytes, madeAt: backup.name.madeAt,
          seq: backup.name.seq, verifiedAt: backup.checkedAt)
      })
  }
}

/// The backups that there are.
package struct KeptBackups: Codable, Sendable, Equatable {
  package let items: [KeptBackup]
}

/// A backup that is there.
package struct KeptBackup: Codable, Sendable, Equatable {
  package let name: String
  package let bytes: Int
  package let madeAt: Instant
  /// The newest entry of its ledger.
  package let seq: Int64
  /// When it was last found whole: when it was made, or by `backup.verify` since. Missing for a file
  /// that was put there by somebody, or was found damaged.
  package let verifiedAt: Instant?

  private enum CodingKeys: String, CodingKey {
    case name, bytes, seq
    case madeAt = "made_at"
    case verifiedAt = "verified_at"
  }
}
