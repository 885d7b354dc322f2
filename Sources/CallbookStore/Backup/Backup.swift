package import CallbookModel

/// A backup that was made just now.
package struct Backup: Sendable, Equatable {
  package let name: BackupName
  package let bytes: Int
  /// Where its ledger ends.
  package let head: LedgerTail
  /// How long it took, with the check.
  package let milliseconds: Int64

  package init(name: BackupName, bytes: Int, head: LedgerTail, milliseconds: Int64) {
    self.name = name
    self.bytes = bytes
    self.head = head
    self.milliseconds = milliseconds
  }
}

/// A backup that is there.
package struct ListedBackup: Sendable, Equatable {
  package let name: BackupName
  package let bytes: Int
  /// When it was last found whole; nil for a file that was put there since, or found damaged.
  package let checkedAt: Instant?
}

/// What a check of a backup found.
package struct BackupVerdict: Sendable, Equatable {
  package let name: BackupName
  package let bytes: Int
  /// nil when the file is damaged so that its ledger cannot be read.
  package let ledger: LedgerVerdict?
}
