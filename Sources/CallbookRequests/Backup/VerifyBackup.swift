package import CallbookModel
package import CallbookProtocol
package import CallbookStore

/// Reads every byte of a backup and checks its ledger, also against what else is known of it.
package struct VerifyBackup: BackupRequest {
  package static let method = "backup.verify"
  package static let summary =
    "Reads every byte of a backup and checks its ledger, also against what else is known of it."
  package static let permission = Permission.roles(.admin, caretaker: true)
  package static let errors: [Reason] = [.notFound, .backupRunning, .storeNewer]
  package static let examples = [RequestExample("The newest", "{}")]

  @Parameter(
    .positional, "The backup, as backup.list names it; the newest unless given.", in: 1...100)
  package var name: String?
  package init() {}

  package func run(on backups: Backups) throws(CallbookError) -> VerifiedBackup {
    let verdict = try backups.verify(knownName())
    let problems = verdict.ledger?.problems.map {
      AuditProblem(seq: $0.seq, kind: $0.kind.rawValue)
    }
    return VerifiedBackup(
      name: verdict.name.description, bytes: verdict.bytes, intact: problems?.isEmpty ?? false,
      checked: verdict.ledger?.checked ?? 0,
      head: verdict.ledger.map { KnownHead($0.tail).head },
      problems: problems ?? [AuditProblem(seq: 0, kind: "file_damaged")])
  }

  /// Anything but a name that a backup can have is none: no path gets any further.
  private func knownName() throws(CallbookError) -> BackupName? {
    guard let name else { return nil }
    guard let known = BackupName(name) else {
      throw CallbookError(
        .invalidParams, "that is no name of a backup", hint: "callbook backup list",
        violations: [
          Violation("/name", "is no name of a backup; one looks like \(Self.exampleName)")
        ])
    }
    return known
  }

  private static let exampleName = BackupName(
    madeAt: Instant(millisecondsSince1970: 1_795_311_000_123), seq: 4711)
}

/// What checking a backup found.
package struct VerifiedBackup: Codable, Sendable, Equatable {
  package let name: String
  package let bytes: Int
  package let intact: Bool
  /// How many entries of its ledger were looked at.
  package let checked: Int64
  /// The newest entry, as SEQ:HASH; missing when the file is damaged.
  package let head: String?
  /// The first hundred; `file_damaged` when the file itself cannot be read.
  package let problems: [AuditProblem]
}
