import CallbookModel

/// A commit that SQLite has made and the disk may not have yet, with all that waits for the disk.
struct CommittedGroup: Sendable {
  typealias Answer = (job: WriteJob, result: Result<[UInt8], CallbookError>)

  let answers: [Answer]
  let effects: [CommitEffect]
  /// What changed about the waiting reminders.
  let schedule: ScheduleChange
  /// When the next reminder is due, where the commit had to look.
  let next: Instant??
  /// Where the ledger ends with it.
  let tail: LedgerTail
  /// The rules that reminders are planned by, where it changed them.
  let planning: Planning?
  /// Whether it wrote anything.
  let hasChanges: Bool
  /// When its commit began, in monotonic nanoseconds.
  let beganNanoseconds: Int64
}

extension CommittedGroup {
  /// Answers jobs whose commit failed.
  static func fail(_ answers: [Answer], with error: CallbookError) {
    for (job, result) in answers {
      // One that had failed by itself is still told why.
      guard case .success = result, !job.isDryRun else {
        job.completion(result)
        continue
      }
      job.completion(.failure(error))
    }
  }
}
