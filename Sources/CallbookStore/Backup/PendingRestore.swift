import CallbookModel
import Glibc

/// A restore that was decided: the new store lies whole and synced in `restored/`, and it is to take the
/// place of the old one.
///
/// Decided is what the rename of the folder decides, at one instant. What follows can be cut off
/// anywhere and is finished by whoever comes next, before anything is opened:
///
///     restored/new.db                 the new store, until it is in its place
///     restored/callbook.db{,-wal}     the old one, moved here beforehand
///
/// In the end the folder with the old store becomes `replaced/TIME`.
enum PendingRestore {
  /// - Returns: where the old store lies now; nil when there was none, or nothing to finish.
  static func finish(
    in directory: StateDirectory, at now: Instant
  ) throws(CallbookError) -> String? {
    // One that was cut off before it was decided never was.
    try SystemCall.removeDirectory(undecided(in: directory))
    let folder = path(in: directory)
    let names = try SystemCall.names(in: folder)
    guard SystemCall.size(of: folder) != nil else { return nil }
    if names.contains(newStore) {
      // As long as the new store is here, what lies in the store's place is the old one, with a log
      // that must never be read into the new one.
      for file in [directory.store, directory.log] where SystemCall.size(of: file) != nil {
        try SystemCall.rename(file, to: "\(folder)/\(name(of: file))")
      }
      try SystemCall.remove(directory.sharedMemory)
      try SystemCall.syncDirectory(folder)
      try SystemCall.rename("\(folder)/\(newStore)", to: directory.store)
      try SystemCall.syncDirectory(directory.path)
    }
    let left = try SystemCall.names(in: folder)
    guard left.contains(name(of: directory.store)) else {
      try SystemCall.removeDirectory(folder)
      try SystemCall.syncDirectory(directory.path)
      return nil
    }
    let replaced = "\(directory.replaced)/\(now.fileText)"
    try SystemCall.makeDirectory(directory.replaced)
    try SystemCall.rename(folder, to: replaced)
    try SystemCall.syncDirectory(directory.replaced)
    try SystemCall.syncDirectory(directory.path)
    return replaced
  }

  static func path(in directory: StateDirectory) -> String { directory.path + "/restored" }

  /// Where a restore is prepared.
  static func undecided(in directory: StateDirectory) -> String { directory.path + "/restoring" }

  static let newStore = "new.db"

  private static func name(of file: String) -> String {
    String(file.split(separator: "/").last ?? "")
  }
}
