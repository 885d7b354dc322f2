import CallbookModel

/// How many backups are kept, and for how long.
package struct BackupPolicy: Sendable, Equatable {
  /// 1 and more.
  package var count: Int
  /// Backups and replaced stores that are older are deleted: so long at most a deleted value lives
  /// on in the daemon's directory.
  package var days: Int

  package init(count: Int = 14, days: Int = 30) {
    self.count = count
    self.days = days
  }

  /// Those of the names that are to be deleted. The newest stays whatever its age: a clock that was
  /// set wrong, or a month without a backup, must not delete the last one there is.
  func outdated(_ names: [BackupName], now: Instant) -> [BackupName] {
    names.sorted(by: >).enumerated().dropFirst().filter { place, name in
      place >= count || isTooOld(name.madeAt, now: now)
    }.map(\.element)
  }

  func isTooOld(_ instant: Instant, now: Instant) -> Bool {
    let milliseconds = Int64(days) * 86_400_000
    return now.millisecondsSince1970 - instant.millisecondsSince1970 > milliseconds
  }
}
