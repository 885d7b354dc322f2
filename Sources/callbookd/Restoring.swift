import CallbookModel
import CallbookStore
import Glibc

/// `callbookd --restore FILE`: the work of the store, and what it came to for whoever types.
enum Restoring {
  static func run(from file: String, _ settings: Settings) throws {
    do throws(CallbookError) {
      // Read with the rights of whoever types; written with those of whom the store belongs to.
      let restore = try Restore(from: file)
      let actor = LedgerEntry.Actor(uid: getuid(), pid: getpid(), user: nil)
      try becomeOwner(of: settings.stateDirectory)
      let directory = try locked(settings.stateDirectory)
      let restored = try restore.run(
        in: directory,
        services: StoreServices(
          clock: SystemClock(), randomness: SystemRandomness(),
          monotonicMilliseconds: Monotonic.milliseconds, zoneRules: TimeZoneDatabase.rules),
        actor: actor)
      print(text(restored, from: file, settings), terminator: "")
    } catch {
      throw Failure.exit(error)
    }
  }

  private static func locked(_ path: String) throws(CallbookError) -> StateDirectory {
    do throws(CallbookError) {
      return try StateDirectory(locking: path)
    } catch {
      guard error.reason == .storeInUse else { throw error }
      throw CallbookError(
        .storeInUse, "callbookd is running on the store in \(path); nothing was restored",
        hint: "systemctl stop callbookd.socket callbookd.service")
    }
  }

  /// What root would make in the directory, the daemon could not open.
  private static func becomeOwner(of directory: String) throws(CallbookError) {
    var status = stat()
    guard geteuid() == 0, stat(directory, &status) == 0, status.st_uid != 0 else { return }
    guard setgroups(0, nil) == 0, setgid(status.st_gid) == 0, setuid(status.st_uid) == 0 else {
      throw CallbookError(
        .storeUnwritable, "cannot become the owner of \(directory)", hint: "ls -ld \(directory)")
    }
  }

  private static func text(_ restored: Restored, from file: String, _ settings: Settings) -> String
  {
    let seq = restored.tail.seq
    var lines = [
      "Restored from \(file): the register as it was at change \(seq) of its ledger."
    ]
    if let lost = restored.lost {
      lines += [
        "Lost: changes \(seq + 1) to \(lost.seq). The ledger says so in its entry \(seq + 1).",
        "What the ledger ended with: \(lost.seq):\(hexText(lost.hash))",
      ]
    } else if restored.knowsThePast {
      lines.append("No change is known to be lost.")
    } else {
      lines.append(
        "What was changed since the backup was made is not known here: nothing is noted of its store. "
          + "Numbers go on 10000 later, so that none is used twice.")
    }
    if let replaced = restored.replaced {
      lines += [
        "The store that was there before: \(replaced)",
        "It is deleted after \(settings.backups.days) days (backup_days).",
      ]
    }
    lines += [
      "Programs that follow the changes have to begin anew.",
      "Next, type: systemctl start callbookd.socket callbookd.service",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}
