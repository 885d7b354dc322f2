import CallbookModel
import Glibc

/// The files in `backups/` of the state directory: finished copies under their names, and one that is
/// being made under a name that no backup has.
struct BackupFolder: Sendable {
  let path: String

  init(_ path: String) {
    self.path = path
  }

  func file(_ name: BackupName) -> String { "\(path)/\(name)" }
  var unfinished: String { path + "/unfinished" }
  private var checks: String { path + "/checks" }

  /// Makes the folder when it is missing, and takes away what a crash left half-made.
  func prepare() throws(CallbookError) {
    try SystemCall.makeDirectory(path)
    try removeUnfinished()
  }

  func removeUnfinished() throws(CallbookError) {
    try SystemCall.remove(unfinished)
    try SystemCall.remove(unfinished + "-journal")
    try SystemCall.remove(unfinished + "-wal")
  }

  /// Oldest first.
  func names() throws(CallbookError) -> [BackupName] {
    try SystemCall.names(in: path).compactMap { BackupName($0) }.sorted()
  }

  // MARK: When which was found to be good

  /// A copy that was found whole: the file's name, its size then, and when.
  struct Checked: Equatable {
    let name: BackupName
    let bytes: Int
    let at: Instant
  }

  /// - Returns: for each backup when it was last found whole; another file under its name was not.
  func checked() throws(CallbookError) -> [Checked] {
    guard SystemCall.size(of: checks) != nil else { return [] }
    return try SystemCall.text(of: checks).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 3, let name = BackupName(words[0]), let bytes = Int(words[1]),
        let at = Instant(words[2])
      else { return nil }
      return Checked(name: name, bytes: bytes, at: at)
    }
  }

  /// Notes what a check found; whatever is there no more is forgotten.
  ///
  /// - Parameter instant: nil when the backup is not whole.
  func note(_ name: BackupName, checkedAt instant: Instant?) throws(CallbookError) {
    let present = Set(try names())
    var list = try checked().filter { $0.name != name && present.contains($0.name) }
    if let instant, let bytes = SystemCall.size(of: file(name)) {
      list.append(Checked(name: name, bytes: bytes, at: instant))
    }
    let text = list.map { "\($0.name) \($0.bytes) \($0.at)\n" }.joined()
    let descriptor = try SystemCall.open(checks + ".new", O_WRONLY | O_CREAT | O_TRUNC)
    defer { close(descriptor) }
    try SystemCall.write(Array(text.utf8), to: descriptor, path: checks)
    try SystemCall.sync(descriptor, path: checks)
    try SystemCall.rename(checks + ".new", to: checks)
  }
}
